import Operations

@main
struct IngestionMain {
    static func main() async {
        await IngestionProcess.run()
    }
}
