"""From a week document to a release: files are made, looked at, stored, and made current in one step."""
