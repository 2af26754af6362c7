import Operations

@main
struct EventRelayMain {
    static func main() async {
        await EventRelayProcess.run()
    }
}
