import Evidence

/// Claims parted into those that go back to one voice.
///
/// Two claims are of one voice when they are in one document, of one publisher, or in texts whose
/// sketches are near; documents without a publisher are one voice. The clusters are the components
/// of that relation, so that the order of the claims does not matter.
struct SourceClusters {
    /// Indices into the claims, each cluster in order, clusters by their first member.
    let members: [[Int]]

    init(of claims: [HeldClaim], sketchDistance: Int) {
        var components = Components(count: claims.count)
        var byDocument: [DocumentID: Int] = [:]
        var byPublisher: [String: Int] = [:]
        var sketches: [(sketch: TextSketch, index: Int)] = []
        var seenSketches: Set<TextSketch> = []
        for (index, claim) in claims.enumerated() {
            if let other = byDocument.updateValue(index, forKey: claim.quote.document) {
                components.join(index, other)
            }
            let publisher = Self.normalised(claim.source.publisher)
            if let other = byPublisher.updateValue(index, forKey: publisher) {
                components.join(index, other)
            }
            guard sketchDistance >= 0, let text = claim.source.sketch, let sketch = TextSketch(text)
            else { continue }
            if seenSketches.insert(sketch).inserted {
                sketches.append((sketch, index))
            } else if let other = sketches.first(where: { $0.sketch == sketch }) {
                components.join(index, other.index)
            }
        }
        for (position, left) in sketches.enumerated() {
            for right in sketches[(position + 1)...]
            where left.sketch.distance(to: right.sketch) <= sketchDistance {
                components.join(left.index, right.index)
            }
        }
        members = components.members
    }

    /// A publisher's name without case and outer space; an unknown one is empty.
    private static func normalised(_ publisher: String?) -> String {
        guard let publisher else { return "" }
        return publisher.split(separator: " ").joined(separator: " ").lowercased()
    }
}
