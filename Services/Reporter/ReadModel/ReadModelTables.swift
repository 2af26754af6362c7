import GRDB

/// The read model's tables, all of them derived from the journals of the other services.
///
/// Each row comes from one source alone, so that a source can be forgotten and read again without
/// the others; no table refers to another by a foreign key, because what it refers to may come
/// later.
enum ReadModelTables {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("read-model-1-documents") { db in
            try db.execute(sql: documents)
        }
        migrator.registerMigration("read-model-1-evidence") { db in
            try db.execute(sql: evidence)
        }
        migrator.registerMigration("read-model-1-scores") { db in
            try db.execute(sql: scores)
        }
        migrator.registerMigration("read-model-2-history") { db in
            try db.execute(sql: history)
        }
        migrator.registerMigration("read-model-3-judgements") { db in
            try db.execute(sql: judgements)
        }
        return migrator
    }

    /// What people decided, and what the registry made of it.
    private static let judgements = """
        CREATE TABLE judgement (
            id TEXT PRIMARY KEY NOT NULL,
            action TEXT NOT NULL,
            "left" TEXT,
            "right" TEXT,
            undoes TEXT,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            recorded TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX judgementByTime ON judgement (recorded);
        CREATE TABLE merged (
            entity TEXT PRIMARY KEY NOT NULL,
            survivor TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mergedBySurvivor ON merged (survivor);
        CREATE TABLE suggestion (
            entity TEXT PRIMARY KEY NOT NULL,
            record BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What ingestion tells.
    private static let documents = """
        CREATE TABLE document (
            id TEXT PRIMARY KEY NOT NULL,
            state TEXT NOT NULL,
            origin TEXT NOT NULL,
            title TEXT,
            mediaType TEXT,
            language TEXT,
            publisher TEXT,
            published TEXT,
            reliability TEXT,
            credibility INTEGER,
            scalars INTEGER,
            segments INTEGER,
            reason TEXT,
            detail TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE segment (
            document TEXT NOT NULL,
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        """

    /// What the entity registry tells.
    private static let evidence = """
        CREATE TABLE documentReading (
            document TEXT PRIMARY KEY NOT NULL,
            language TEXT NOT NULL,
            reader TEXT NOT NULL,
            gazetteer TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entity (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            names TEXT NOT NULL,
            jurisdiction TEXT,
            isCurated INTEGER NOT NULL,
            record BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE claim (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL,
            start INTEGER NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            polarity TEXT NOT NULL,
            assertion TEXT NOT NULL,
            quote TEXT NOT NULL,
            record BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claimByDocument ON claim (document, start);
        CREATE INDEX claimByKind ON claim (kind);
        CREATE TABLE claimParty (
            claim TEXT NOT NULL,
            entity TEXT NOT NULL,
            role TEXT NOT NULL,
            PRIMARY KEY (claim, entity, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claimPartyByEntity ON claimParty (entity, role, claim);
        """

    /// What the risk scorer tells.
    private static let scores = """
        CREATE TABLE score (
            subject TEXT PRIMARY KEY NOT NULL,
            isRanked INTEGER NOT NULL,
            d REAL NOT NULL,
            dHi REAL NOT NULL,
            dCoverage REAL NOT NULL,
            dIntensity REAL,
            dFloor TEXT,
            l REAL NOT NULL,
            lHi REAL NOT NULL,
            lCoverage REAL NOT NULL,
            lIntensity REAL,
            lFloor TEXT,
            methodology TEXT NOT NULL,
            profile TEXT NOT NULL,
            asOf TEXT NOT NULL,
            record BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What the risk scorer told before, and what it warns of.
    private static let history = """
        CREATE TABLE scoreHistory (
            subject TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            time TEXT NOT NULL,
            methodology TEXT,
            profile TEXT,
            asOf TEXT,
            asOfLast TEXT,
            rests BLOB NOT NULL,
            d REAL,
            dHi REAL,
            dCoverage REAL,
            dIntensity REAL,
            dFloor TEXT,
            l REAL,
            lHi REAL,
            lCoverage REAL,
            lIntensity REAL,
            lFloor TEXT,
            claims BLOB NOT NULL,
            change BLOB,
            PRIMARY KEY (subject, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE alert (
            id TEXT PRIMARY KEY NOT NULL,
            subject TEXT NOT NULL,
            rule TEXT NOT NULL,
            kind TEXT NOT NULL,
            dimension TEXT NOT NULL,
            value REAL NOT NULL,
            bound REAL NOT NULL,
            functions BLOB,
            claims BLOB NOT NULL,
            raised TEXT NOT NULL,
            methodology TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            cleared TEXT,
            clearedValue REAL,
            reason TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alertBySubject ON alert (subject, sequence);
        """
}
