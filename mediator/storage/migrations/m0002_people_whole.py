"""The people's track whole: agents, the register, procedure, attachments, seals, the recycle bin."""

STATEMENTS = (
    """
    CREATE TABLE case_series (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        opened_on DATE NOT NULL
    )
    """,
    """
    CREATE TABLE draft (
        who VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        value JSON NOT NULL,
        PRIMARY KEY (who, "key")
    )
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE phrase (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        used_on DATE,
        uses INTEGER NOT NULL
    )
    """,
    "CREATE INDEX ix_phrase_place ON phrase (place)",
    """
    CREATE TABLE person_merge (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kept_id INTEGER NOT NULL,
        gone_id INTEGER NOT NULL,
        party_ids JSON NOT NULL,
        at DATETIME NOT NULL,
        who VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        undone BOOLEAN NOT NULL,
        FOREIGN KEY(kept_id) REFERENCES person (id),
        FOREIGN KEY(gone_id) REFERENCES person (id)
    )
    """,
    "CREATE INDEX ix_person_merge_gone_id ON person_merge (gone_id)",
    "CREATE INDEX ix_person_merge_kept_id ON person_merge (kept_id)",
    """
    CREATE TABLE attachment (
        kind VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        party INTEGER,
        received_on DATE,
        form VARCHAR NOT NULL,
        pages INTEGER,
        proves VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        turn INTEGER NOT NULL,
        paper_key VARCHAR NOT NULL,
        paper_subject INTEGER,
        paper_version INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        file_name VARCHAR NOT NULL,
        media_type VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        sha256 VARCHAR NOT NULL,
        added_at DATETIME,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_attachment_case_id ON attachment (case_id)",
    "CREATE INDEX ix_attachment_sha256 ON attachment (sha256)",
    """
    CREATE TABLE caucus (
        held_on DATE NOT NULL,
        began VARCHAR NOT NULL,
        ended VARCHAR NOT NULL,
        mediator VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        parties JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_caucus_case_id ON caucus (case_id)",
    """
    CREATE TABLE decision (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        "on" DATE NOT NULL,
        "by" VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_decision_case_id ON decision (case_id)",
    """
    CREATE TABLE extension (
        agreed_on DATE NOT NULL,
        until_on DATE NOT NULL,
        reason VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        agreed_by JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_extension_case_id ON extension (case_id)",
    """
    CREATE TABLE inquiry (
        held_on DATE NOT NULL,
        began VARCHAR NOT NULL,
        ended VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        asked VARCHAR NOT NULL,
        party INTEGER,
        about VARCHAR NOT NULL,
        present VARCHAR NOT NULL,
        recorder VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        askers JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_inquiry_case_id ON inquiry (case_id)",
    """
    CREATE TABLE replacement (
        "on" DATE NOT NULL,
        leaving VARCHAR NOT NULL,
        coming VARCHAR NOT NULL,
        why VARCHAR NOT NULL,
        asked_by INTEGER,
        asked_on DATE,
        grounds VARCHAR NOT NULL,
        granted BOOLEAN NOT NULL,
        decided_by VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_replacement_case_id ON replacement (case_id)",
    """
    CREATE TABLE seal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        subject_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        sha256 VARCHAR NOT NULL,
        signed_on DATE NOT NULL,
        sealed_at DATETIME NOT NULL,
        who VARCHAR NOT NULL,
        withdrawn BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_seal_case_id ON seal (case_id)",
    'CREATE UNIQUE INDEX ux_seal_version ON seal (case_id, "key", subject_id, version)',
    """
    CREATE TABLE supplement (
        agreed_on DATE NOT NULL,
        reason VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        recorder VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        clauses JSON NOT NULL,
        signing JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_supplement_case_id ON supplement (case_id)",
    """
    CREATE TABLE agent (
        kind VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        sex VARCHAR NOT NULL,
        id_type VARCHAR NOT NULL,
        id_number VARCHAR NOT NULL,
        phone VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        occupation VARCHAR NOT NULL,
        relation VARCHAR NOT NULL,
        mandate VARCHAR NOT NULL,
        limits VARCHAR NOT NULL,
        from_on DATE,
        until_on DATE,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place_id INTEGER NOT NULL,
        powers JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(place_id) REFERENCES case_party (id)
    )
    """,
    "CREATE INDEX ix_agent_place_id ON agent (place_id)",
    "ALTER TABLE party ADD COLUMN members INTEGER",
    "ALTER TABLE party ADD COLUMN capacity VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE party ADD COLUMN person_id INTEGER REFERENCES person (id)",
    "ALTER TABLE hearing ADD COLUMN next_on DATE",
    "ALTER TABLE hearing ADD COLUMN next_began VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE hearing ADD COLUMN next_place VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE duty ADD COLUMN supplement_id INTEGER REFERENCES supplement (id)",
    "ALTER TABLE duty ADD COLUMN ended_by INTEGER REFERENCES supplement (id)",
    "ALTER TABLE mediation_case ADD COLUMN series_id INTEGER REFERENCES case_series (id)",
    "ALTER TABLE mediation_case ADD COLUMN previous_id INTEGER REFERENCES mediation_case (id)",
    "ALTER TABLE mediation_case ADD COLUMN undisputed_on DATE",
    "ALTER TABLE mediation_case ADD COLUMN undisputed JSON NOT NULL DEFAULT '[]'",
    "ALTER TABLE mediation_case ADD COLUMN removed_on DATE",
    "ALTER TABLE mediation_case ADD COLUMN removed_by VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE mediation_case ADD COLUMN removed_reason VARCHAR NOT NULL DEFAULT ''",
    "CREATE INDEX ix_party_id_number ON party (id_number)",
    "CREATE INDEX ix_party_person_id ON party (person_id)",
    "CREATE INDEX ix_mediation_case_series_id ON mediation_case (series_id)",
    # Who is who: the same identity number is the same person, everybody else is one of his own.
    # A word in its place, such as 无, is no number.
    """
    INSERT INTO person (id) SELECT min(id) FROM party
    WHERE id_number GLOB '*[0-9]*' GROUP BY id_type, id_number
    """,
    "INSERT INTO person (id) SELECT id FROM party WHERE NOT id_number GLOB '*[0-9]*'",
    """
    UPDATE party SET person_id = CASE WHEN id_number GLOB '*[0-9]*' THEN (
        SELECT min(same.id) FROM party AS same
        WHERE same.id_number = party.id_number AND same.id_type = party.id_type
    ) ELSE id END
    """,
)
