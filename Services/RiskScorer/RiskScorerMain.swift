import Operations

@main
struct RiskScorerMain {
    static func main() async {
        await RiskScorerProcess.run()
    }
}
