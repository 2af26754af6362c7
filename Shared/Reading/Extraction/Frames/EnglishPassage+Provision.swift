import Evidence

/// Supplying, building, using and running systems.
extension EnglishPassage {
    // MARK: - Supply and build

    /// "X built N", "N was supplied by X", "N built by X", "to build N".
    mutating func readProvision(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        var cast = cast(place)
        if verb.frames.contains(.supply), !verb.isPassive, let page = context.documentScope {
            let doers = parties(clause.subjects, where: isGovernment)
            cast.governments.removeAll { party in
                doers.contains { $0.entity == party.entity }
                    && context.country(of: party.entity) != page
            }
        }
        let things = verb.isPassive ? clause.subjects : clause.objects
        guard !things.contains(where: { isKind($0, .finance) }) else { return }
        var targets = systems(things)
        if verb.frames.contains(.supply), !verb.isPassive {
            // "provide the ministry with a platform"
            let receivers = parties(clause.objects, where: isGovernment)
            if targets.isEmpty, !receivers.isEmpty {
                targets = systems(
                    clause.phrases.filter { $0.preposition == "with" }.flatMap(\.nouns)
                )
                cast.governments += receivers
            }
        }
        if targets.isEmpty {
            targets = referenced(verb.isPassive ? clause.subjects : clause.objects)
        }
        targets.removeAll { isVendorsOwn($0, clause, cast) }
        guard !targets.isEmpty else { return }
        let isAgentKnown = !cast.suppliers.isEmpty || cast.isWithheld
        if !isAgentKnown, !verb.isPassive { cast.suppliers = builders(clause) }
        guard !cast.suppliers.isEmpty || !cast.governments.isEmpty || verb.isPassive else { return }
        if verb.lemma == "offer", verb.form == .finite { return }
        cast.suppliers = suppliers(cast.suppliers, besides: cast.governments)
        readOwnExtension(place, targets, &cast)
        let frame = verb.frames.contains(.supply) ? "supply" : "build"
        fill(
            targets,
            from: place,
            cast: cast,
            status: status(place, done: .operational),
            rule: "\(frame).\(template(place))@1"
        )
        for target in targets { attach(clause, to: target) }
    }

    /// "The operator expanded its network with X": the operator gets what X supplies.
    private func readOwnExtension(_ place: Int, _ targets: [Int], _ cast: inout Cast) {
        let clause = sentence.clauses[place]
        guard !sentence.verbs[clause.verb].isPassive,
            targets.contains(where: { target in
                items(target).contains { ["its", "their"].contains($0.text) }
            })
        else { return }
        let helpers = parties(
            clause.phrases.filter { ["with", "from", "through"].contains($0.preposition) }
                .flatMap(\.nouns),
            where: \.isCompany
        )
        let owners = parties(clause.subjects, where: \.isCompany)
        guard !helpers.isEmpty, !owners.isEmpty else { return }
        cast.governments += owners
        cast.suppliers.removeAll { party in owners.contains { $0.entity == party.entity } }
    }

    /// Public bodies that build: academies and agencies of a state.
    private func builders(_ clause: Clause) -> [Party] {
        guard
            ["develop", "build", "create", "design", "write"].contains(
                sentence.verbs[clause.verb].lemma
            )
        else {
            return []
        }
        return builderBodies(clause)
    }

    private func builderBodies(_ clause: Clause) -> [Party] {
        parties(clause.subjects) { $0.kind == .publicBody && !$0.isGeneric && !$0.isMeant }
    }

    /// Suppliers without those that also receive.
    private func suppliers(_ parties: [Party], besides governments: [Party]) -> [Party] {
        parties.filter { party in !governments.contains { $0.entity == party.entity } }
    }

    /// The noun phrases that point back to the last system.
    func referenced(_ nouns: [Int]) -> [Int] {
        guard context.lastDraft != nil else { return [] }
        return nouns.filter {
            isReference($0) && (head($0).text == "it" || head($0).tag != .pronoun)
        }
    }

    func template(_ place: Int) -> String {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        switch verb.form {
        case .infinitive: return "infinitive"
        case .gerund: return "gerund"
        case .participle: return "participle"
        case .finite:
            if clause.isModifier { return "relative" }
            return verb.isPassive ? "passive" : "active"
        }
    }

    // MARK: - Use

    /// "hospitals use N", "N is used by the police", "the ministry bought N from X".
    mutating func readUse(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let targets = systems(verb.isPassive ? clause.subjects : clause.objects)
        guard !targets.isEmpty else {
            readReliance(place)
            return
        }
        var users = parties(
            verb.isPassive ? agents(of: clause) : clause.subjects,
            where: isGovernment
        )
        if verb.form == .infinitive, users.isEmpty { users = cast(place).governments }
        let sellers = parties(
            clause.phrases.filter { $0.preposition == "from" || $0.preposition == "by" }.flatMap(
                \.nouns
            ),
            where: isSupplier
        )
        // An operator or a hospital that buys from a company gets it.
        let isBought = targets.contains { !premodifiers($0).filter(isSupplier).isEmpty }
        if users.isEmpty, !verb.isPassive, !sellers.isEmpty || isBought {
            users = parties(clause.subjects) { party in
                isSupplier(party) && !sellers.contains { $0.entity == party.entity }
            }
        }
        let isScoped =
            context.scope != nil && (verb.isPassive || genericUsers(clause.subjects))
            || !sellers.isEmpty && verb.form == .infinitive && speaksOfAid
        guard !users.isEmpty || isScoped else { return }
        for target in targets {
            let makers = premodifiers(target).filter(isSupplier)
            let status = status(
                place,
                done: verb.frames.contains(.operate) || isPresent(verb) ? .operational : .contracted
            )
            slot(target) { draft in
                draft.add(users, to: \.recipients)
                draft.add(sellers + makers, to: \.suppliers)
                draft.setStatus(status.0, rank: status.1)
                draft.fire("use.\(verb.isPassive ? "passive" : "active")@1")
            }
            attach(clause, to: target)
        }
    }

    /// "the ministry leans on X for its mail": a company as what is used.
    private mutating func readReliance(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard !verb.isPassive, verb.form == .finite else { return }
        let companies = parties(clause.objects, where: \.isCompany)
        let users = parties(clause.subjects, where: isGovernment)
        guard !companies.isEmpty, !users.isEmpty else { return }
        let aims = clause.phrases.filter { ["for", "to", "as"].contains($0.preposition) }
        let status = status(place, done: isPresent(verb) ? .operational : .contracted)
        for target in systems(aims.flatMap(\.nouns)) {
            slot(target) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(users, to: \.recipients)
                draft.setStatus(status.0, rank: status.1)
                draft.fire("use.reliance@1")
            }
            attach(clause, to: target)
        }
    }

    /// "N runs on X", "N is hosted on X", "N is stored in X's cloud".
    mutating func readPlatform(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        var hosts: [Int] = []
        if verb.isPassive, verb.frames.containsAny(.transfer, .operate, .build) {
            hosts = clause.phrases.filter {
                ["on", "in", "with", "at", "onto", "to"].contains($0.preposition)
            }.flatMap(\.nouns)
        } else if verb.frames.contains(.transfer), !verb.isPassive {
            readMove(place)
            return
        } else if verb.lemma == "run on" || verb.lemma == "rely on" {
            hosts = clause.objects
        }
        // "hosted on Azure": its maker supplies.
        let makers = parties(hosts, where: { $0.kind == .system }).compactMap { product in
            context.maker(of: product.entity)
                .flatMap { context.party($0.id, surface: product.surface) }
        }
        let suppliers = parties(hosts, where: { $0.isCompany }) + makers
        guard !suppliers.isEmpty else { return }
        var targets = systems(clause.subjects)
        if targets.isEmpty { targets = referenced(clause.subjects) }
        let status = status(place, done: .operational)
        for target in targets {
            slot(target) { draft in
                draft.add(suppliers, to: \.suppliers)
                draft.setStatus(status.0, rank: status.1)
                draft.fire("use.platform@1")
            }
            attach(clause, to: target)
        }
    }

    /// "Y moved its application to X": a government's system on a supplier's platform.
    private mutating func readMove(_ place: Int) {
        let clause = sentence.clauses[place]
        let owners = parties(clause.subjects, where: isGovernment)
        let hosts = parties(
            clause.phrases.filter { ["to", "onto", "on", "into"].contains($0.preposition) }.flatMap(
                \.nouns
            ),
            where: { $0.isCompany }
        )
        guard !owners.isEmpty, !hosts.isEmpty else { return }
        let status = status(place, done: .operational)
        for target in systems(clause.objects) {
            slot(target) { draft in
                draft.add(hosts, to: \.suppliers)
                draft.add(owners, to: \.recipients)
                draft.setStatus(status.0, rank: status.1)
                draft.fire("use.move@1")
            }
        }
    }

    /// "X is the main supplier of N", "X and Y are among the centre's suppliers".
    mutating func readSupplierOf(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard
            verb.lemma == "be" || verb.lemma == "remain" || verb.lemma == "serve"
                || verb.lemma == "become"
        else { return }
        let nouns =
            clause.objects
            + clause.phrases.filter { ["among", "as"].contains($0.preposition) }.flatMap(\.nouns)
        let titles = nouns.filter { Self.supplierWords.contains(head($0).text) }
        let companies = parties(clause.subjects, where: isSupplier)
        guard !companies.isEmpty else { return }
        for title in titles {
            let inner = phrases(after: title).filter {
                ["of", "for", "to", "on", "behind"].contains($0.preposition)
            }.flatMap(\.nouns)
            let targets = systems(inner)
            let buyers = parties(inner, where: isGovernment)
            for target in targets {
                slot(target) { draft in
                    draft.add(companies, to: \.suppliers)
                    draft.add(buyers, to: \.recipients)
                    draft.setStatus(verb.isFuture ? .planned : .operational, rank: 3)
                    draft.fire("supplier.copula@1")
                }
            }
            if targets.isEmpty, sentence.nouns[title].possessive != nil, context.lastDraft != nil {
                implicitSlot(title) { draft in
                    draft.add(companies, to: \.suppliers)
                    draft.fire("supplier.copula@1")
                }
            }
        }
    }

    private static let supplierWords: Set<String> = [
        "supplier", "suppliers", "provider", "providers", "vendor", "vendors", "contractor",
        "contractors",
        "integrator", "builder", "implementer",
    ]

    private func isPresent(_ verb: VerbGroup) -> Bool {
        ["use", "adopt", "deploy", "employ", "utilise", "utilize", "license", "introduce"]
            .contains(verb.lemma) || (!verb.isPast && !verb.isPerfect)
    }

    private func genericUsers(_ nouns: [Int]) -> Bool {
        nouns.contains { isKind($0, .government) }
    }

    // MARK: - Operation

    /// "X operates N", "N is run by X".
    mutating func readOperation(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        let targets = systems(verb.isPassive ? clause.subjects : clause.objects)
        let doers = parties(verb.isPassive ? agents(of: clause) : clause.subjects) {
            isSupplier($0) || ($0.kind == .publicBody && !$0.isGeneric && !$0.isMeant)
        }
        let cast = cast(place)
        let isGift =
            verb.lemma == "provide"
            && doers.contains { doer in
                let pages = [context.documentScope, context.focus].compactMap { $0 }
                return doer.kind == .publicBody
                    && (pages.contains { context.country(of: doer.entity) != $0 }
                        || cast.governments.contains { isAbroad($0, from: doer) })
            }
        guard !targets.isEmpty, !doers.isEmpty, !isGift else { return }
        let isHome = doers.allSatisfy { $0.kind == .publicBody }
        let operation: Deployment.Operation =
            isHome ? .inHouse : verb.lemma == "maintain" ? .vendorSupports : .vendorOperates
        for target in targets {
            let status = status(place, done: .operational)
            slot(target) { draft in
                draft.add(doers, to: \.operators)
                draft.add(doers, to: \.suppliers)
                draft.add(cast.governments, to: \.recipients)
                draft.operation = operation
                draft.setStatus(status.0, rank: status.1)
                draft.fire("operate.\(form)@1")
            }
            attach(clause, to: target)
        }
    }

    // MARK: - What stands around a clause

    /// Places, receivers, amounts and years that a clause's phrases add to a system.
    mutating func attach(_ clause: Clause, to target: Int) {
        for phrase in clause.phrases + clause.fronted {
            let governments = parties(phrase.nouns, where: isGovernment)
            let amounts = phrase.nouns.flatMap { items($0).compactMap(\.money) }
            slot(target) { draft in
                switch phrase.preposition {
                case "to", "for", "on behalf of":
                    draft.add(governments, to: \.recipients)
                case "in", "at", "across", "throughout", "inside", "within", "near":
                    draft.add(governments, to: \.places)
                default:
                    break
                }
                if ["worth", "at", "for", "of"].contains(phrase.preposition), draft.money == nil {
                    draft.money = amounts.first
                }
            }
        }
    }
}
