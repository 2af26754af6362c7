import Foundation
import TestSupport
import Testing
import ZeroMQ

/// The recipes for strangers, as they stand in deploy/recipes.
@Suite(.timeLimit(.minutes(10)))
struct RecipeTests {
    private let journals: Journals
    private let relay: RelayProcess
    private let scratch: TemporaryFolder

    init() throws {
        journals = try Journals()
        relay = try RelayProcess(journals)
        scratch = try TemporaryFolder()
    }

    private var output: URL { scratch.file("output") }

    private func start(
        _ name: String,
        _ language: Recipes.Language,
        _ arguments: [String],
        _ environment: [String: String] = [:]
    ) throws -> RunningRecipe {
        try RunningRecipe(
            Recipes.command(name, language, in: scratch.url),
            arguments,
            environment: environment,
            output: output
        )
    }

    private static var runnable: [Recipes.Language] {
        Recipes.Language.allCases.filter { $0.obstacle == nil }
    }

    @Test(
        .enabled(if: Recipes.python != nil, "there is no Python with pyzmq and cloudevents"),
        .enabled(if: Recipes.compiler != nil, "there is no /usr/bin/cc")
    )
    func `all recipes can be tried here`() {
        #expect(Self.runnable == Recipes.Language.allCases)
    }

    @Test(arguments: runnable)
    func `the live recipe prints every event`(_ language: Recipes.Language) async throws {
        try await relay.start()
        let recipe = try start("live", language, [relay.live])
        #expect(
            try await relay.waits(
                for: "mooring_relay_subscriptions_total{door=\"live\"}",
                toReach: 1
            )
        )
        try journals.append(500)
        let isComplete = try await eventually { try await recipe.lines().count >= 2000 }
        #expect(isComplete)
        #expect(try await Set(recipe.lines()) == Set(journals.all()))
    }

    @Test(arguments: runnable)
    func `the careful recipe misses nothing when either side is killed`(
        _ language: Recipes.Language
    ) async throws {
        try await relay.start()
        let arguments = [scratch.file("cursor").path, relay.live, relay.replay]
        var recipe = try start("at_least_once", language, arguments)
        for round in 0..<4 {
            try journals.append(100)
            await relay.crash()
            try journals.append(100)
            if round == 1 {
                await recipe.crash()
                recipe = try start("at_least_once", language, arguments)
            }
            try await relay.start()
        }
        try journals.append(1)
        let expected = try Set(journals.all())
        #expect(expected.count == 4 * 801)
        let isComplete = try await eventually {
            let lines = try await recipe.lines()
            return lines.count >= expected.count && Set(lines) == expected
        }
        #expect(isComplete)
    }

    @Test(arguments: runnable)
    func `the careful recipe works over CURVE`(_ language: Recipes.Language) async throws {
        let pair = try CurveKeyPair.generate()
        try relay.keys.allow(pair.publicKey, as: "recipe")
        try await relay.start()
        try journals.append(50)
        let recipe = try start(
            "at_least_once",
            language,
            [scratch.file("cursor").path, relay.secureLive, relay.secureReplay],
            [
                "MOORING_SERVER_KEY": try relay.keys.server().publicKey.description,
                "MOORING_SECRET_KEY": pair.secretKey.text,
            ]
        )
        let isComplete = try await eventually { try await recipe.lines().count >= 200 }
        #expect(isComplete)
        #expect(try await Set(recipe.lines()) == Set(journals.all()))
    }
}
