import GRDB

/// The registry's tables: judgements, which are kept for good, and what is derived from ingestion's
/// journal.
enum RegistryTables {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("registry-1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE document (
                        id TEXT PRIMARY KEY NOT NULL,
                        message BLOB NOT NULL,
                        readWith TEXT NOT NULL DEFAULT ''
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE segment (
                        document TEXT NOT NULL,
                        place INTEGER NOT NULL,
                        text TEXT NOT NULL,
                        PRIMARY KEY (document, place)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE entityReading (
                        entity TEXT NOT NULL,
                        document TEXT NOT NULL,
                        record BLOB NOT NULL,
                        PRIMARY KEY (entity, document)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX entityReadingDocument ON entityReading (document);
                    CREATE TABLE entity (
                        id TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE claim (
                        id TEXT PRIMARY KEY NOT NULL,
                        document TEXT NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX claimDocument ON claim (document);
                    """
            )
        }
        migrator.registerMigration("registry-2-judgements") { db in
            try db.execute(
                sql: """
                    CREATE TABLE judgement (
                        id TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE judgedEntity (
                        entity TEXT PRIMARY KEY NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE judgedWith (gazetteer TEXT NOT NULL) STRICT;
                    CREATE TABLE survivor (
                        entity TEXT PRIMARY KEY NOT NULL,
                        survivor TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    -- Whose likeness to those that people vouch for is to be worked out.
                    CREATE TABLE unresolved (
                        entity TEXT PRIMARY KEY NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE suggestion (
                        entity TEXT PRIMARY KEY NOT NULL,
                        record BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE resolvedWith (gazetteer TEXT NOT NULL) STRICT;
                    -- What the document tells, where judgements change what is published.
                    ALTER TABLE claim ADD COLUMN reading BLOB;
                    """
            )
        }
        return migrator
    }

    /// Forgets everything that was read; entities keep their ids.
    static func empty(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM document; DELETE FROM segment; DELETE FROM entityReading;"
        )
    }
}
