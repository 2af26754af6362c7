import ArgumentParser

/// The operator's tool.
@main
struct MooringCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mooring",
        abstract: "Who holds the keys to a government's digital systems.",
        subcommands: [
            UpCommand.self, IngestCommand.self, ReportCommand.self, ExtractCommand.self,
            RulesCommand.self, ScenarioCommand.self, EventsCommand.self, KeysCommand.self,
            JudgeCommand.self, NamesCommand.self,
            DoctorCommand.self,
        ]
    )
}
