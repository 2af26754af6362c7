import Operations

@main
struct EntityRegistryMain {
    static func main() async {
        await EntityRegistryProcess.run()
    }
}
