import Operations

@main
struct ReporterMain {
    static func main() async {
        await ReporterProcess.run()
    }
}
