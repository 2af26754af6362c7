import GRDB

/// The scorer's tables, all of them derived from the registry's journal, but for where the alert
/// rules stand.
enum ScorerTables {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("scorer-1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE entity (
                        id TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE claim (
                        id TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE score (
                        subject TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("scorer-2-alerts") { db in
            try db.execute(
                sql: """
                    CREATE TABLE alertState (
                        rule TEXT NOT NULL,
                        subject TEXT NOT NULL,
                        record BLOB NOT NULL,
                        PRIMARY KEY (rule, subject)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        return migrator
    }
}
