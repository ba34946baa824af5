"""What people do at the desk, one verb a file: rule, record and audit row in one transaction."""
