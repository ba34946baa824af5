"""The first schema, written out: later changes of the tables never change this step."""

STATEMENTS = (
    """
    CREATE TABLE area (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE audit (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at DATETIME NOT NULL,
        who VARCHAR NOT NULL,
        verb VARCHAR NOT NULL,
        case_id INTEGER,
        "before" JSON,
        "after" JSON
    )
    """,
    "CREATE INDEX ix_audit_case_id ON audit (case_id)",
    """
    CREATE TABLE committee (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        own BOOLEAN NOT NULL,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE dispute (
        type_written VARCHAR NOT NULL,
        happened_on DATE,
        found_on DATE,
        place VARCHAR NOT NULL,
        area VARCHAR NOT NULL,
        people_count INTEGER,
        summary VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        code VARCHAR NOT NULL,
        UNIQUE (code)
    )
    """,
    """
    CREATE TABLE given_number (
        series VARCHAR NOT NULL,
        serial INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        case_id INTEGER,
        PRIMARY KEY (series, serial)
    )
    """,
    "CREATE INDEX ix_given_number_text ON given_number (text)",
    """
    CREATE TABLE mediator (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        active BOOLEAN NOT NULL,
        at_desk BOOLEAN NOT NULL,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE office (
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        short_name VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        phone VARCHAR NOT NULL,
        court VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE party (
        kind VARCHAR NOT NULL,
        sex VARCHAR NOT NULL,
        ethnicity VARCHAR NOT NULL,
        birth_date DATE,
        id_type VARCHAR NOT NULL,
        id_number VARCHAR NOT NULL,
        occupation VARCHAR NOT NULL,
        phone VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        representative VARCHAR NOT NULL,
        representative_title VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL
    )
    """,
    "CREATE INDEX ix_party_name ON party (name)",
    """
    CREATE TABLE room (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE setting (
        "key" VARCHAR NOT NULL,
        value JSON NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE sweep (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        began_on DATE NOT NULL,
        ended_on DATE,
        found INTEGER,
        UNIQUE (number)
    )
    """,
    """
    CREATE TABLE mediation_case (
        track VARCHAR NOT NULL,
        start_way VARCHAR NOT NULL,
        source VARCHAR NOT NULL,
        room VARCHAR NOT NULL,
        registrar VARCHAR NOT NULL,
        mediator VARCHAR NOT NULL,
        difficulty VARCHAR NOT NULL,
        claims VARCHAR NOT NULL,
        death VARCHAR NOT NULL,
        attribute VARCHAR NOT NULL,
        special_group VARCHAR NOT NULL,
        migrant_workers VARCHAR NOT NULL,
        subsidy_class VARCHAR NOT NULL,
        remark VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        dispute_id INTEGER NOT NULL,
        committee_id INTEGER NOT NULL,
        code VARCHAR NOT NULL,
        dossier_number VARCHAR,
        accepted_on DATE NOT NULL,
        assistants JSON NOT NULL,
        outcome VARCHAR NOT NULL,
        concluded_on DATE,
        end_reason VARCHAR NOT NULL,
        end_text VARCHAR NOT NULL,
        told_ways JSON NOT NULL,
        transformed VARCHAR NOT NULL,
        confirmation VARCHAR NOT NULL,
        confirmed_on DATE,
        archived_on DATE,
        archived_by VARCHAR NOT NULL,
        retention VARCHAR NOT NULL,
        archive_remark VARCHAR NOT NULL,
        ledger_mark VARCHAR,
        ledger_rest JSON NOT NULL,
        FOREIGN KEY(dispute_id) REFERENCES dispute (id),
        FOREIGN KEY(committee_id) REFERENCES committee (id),
        UNIQUE (code),
        UNIQUE (dossier_number),
        UNIQUE (ledger_mark)
    )
    """,
    "CREATE INDEX ix_mediation_case_accepted_on ON mediation_case (accepted_on)",
    "CREATE INDEX ix_mediation_case_dispute_id ON mediation_case (dispute_id)",
    """
    CREATE TABLE agreement (
        form VARCHAR NOT NULL,
        agreed_on DATE NOT NULL,
        facts VARCHAR NOT NULL,
        performance_text VARCHAR NOT NULL,
        stated_fen BIGINT,
        stated_performance VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        recorder VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        clauses JSON NOT NULL,
        signing JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE UNIQUE INDEX ux_agreement_case_id ON agreement (case_id) WHERE NOT removed",
    """
    CREATE TABLE case_party (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        role VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id),
        FOREIGN KEY(party_id) REFERENCES party (id)
    )
    """,
    "CREATE INDEX ix_case_party_case_id ON case_party (case_id)",
    "CREATE INDEX ix_case_party_party_id ON case_party (party_id)",
    """
    CREATE TABLE hearing (
        held_on DATE NOT NULL,
        began VARCHAR NOT NULL,
        ended VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        helpers VARCHAR NOT NULL,
        recorder VARCHAR NOT NULL,
        rights_told BOOLEAN NOT NULL,
        text VARCHAR NOT NULL,
        result VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        present JSON NOT NULL,
        mediators JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_hearing_case_id ON hearing (case_id)",
    """
    CREATE TABLE paper (
        case_id INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        subject_id INTEGER NOT NULL,
        printed_at DATETIME,
        sha256 VARCHAR NOT NULL,
        signed_on DATE,
        PRIMARY KEY (case_id, "key", subject_id),
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    """
    CREATE TABLE prevention (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        people INTEGER NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_prevention_case_id ON prevention (case_id)",
    """
    CREATE TABLE visit (
        "on" DATE NOT NULL,
        way VARCHAR NOT NULL,
        visitor VARCHAR NOT NULL,
        visited VARCHAR NOT NULL,
        situation VARCHAR NOT NULL,
        satisfaction VARCHAR NOT NULL,
        escalation VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    "CREATE INDEX ix_visit_case_id ON visit (case_id)",
    """
    CREATE TABLE duty (
        kind VARCHAR NOT NULL,
        what VARCHAR NOT NULL,
        amount_fen BIGINT,
        due_on DATE,
        place VARCHAR NOT NULL,
        way VARCHAR NOT NULL,
        wording VARCHAR NOT NULL,
        worded_from VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        debtors JSON NOT NULL,
        creditors JSON NOT NULL,
        instalments JSON NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(agreement_id) REFERENCES agreement (id)
    )
    """,
    "CREATE INDEX ix_duty_agreement_id ON duty (agreement_id)",
    """
    CREATE TABLE performance (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        duty_id INTEGER NOT NULL,
        "on" DATE NOT NULL,
        amount_fen BIGINT,
        complete BOOLEAN NOT NULL,
        note VARCHAR NOT NULL,
        removed BOOLEAN NOT NULL,
        FOREIGN KEY(duty_id) REFERENCES duty (id)
    )
    """,
    "CREATE INDEX ix_performance_duty_id ON performance (duty_id)",
    """
    CREATE VIRTUAL TABLE case_search USING fts5(grams, content='', contentless_delete=1)
    """,
)
