"""What people do at the desk: in each verb rule, record and audit row in one transaction."""
