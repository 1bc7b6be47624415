"""PDF: read as a text by where its lines begin and end, never the original; printed from Word files by LibreOffice."""
