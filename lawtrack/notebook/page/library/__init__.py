"""The city's body of law: searched, cleaned after a law changed, laid beside a draft; and its lists of powers."""
