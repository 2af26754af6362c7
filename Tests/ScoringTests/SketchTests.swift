import Scoring
import Testing

struct SketchTests {
    private let text = """
        The ministry said that the new data centre would hold the records of every agency, and that \
        the vendor would train local staff before it hands over operation next year.
        """

    @Test func `a reprint with another headline is near its original`() {
        let reprint = "Agency news: " + text
        let distance = TextSketch(sketching: text).distance(to: TextSketch(sketching: reprint))
        #expect(distance <= 16)
    }

    @Test func `another text is far`() {
        let other = "Parliament debated the budget of the fisheries board until late at night."
        let distance = TextSketch(sketching: text).distance(to: TextSketch(sketching: other))
        #expect(distance > 16)
    }

    @Test func `letter case and punctuation do not count`() {
        let shouted = text.uppercased().replacing(",", with: ";")
        #expect(TextSketch(sketching: text) == TextSketch(sketching: shouted))
    }

    @Test func `its text form reads back`() {
        let sketch = TextSketch(sketching: text)
        #expect(TextSketch(sketch.description) == sketch)
        #expect(TextSketch("not a sketch") == nil)
    }
}
