"""Web pages in and out; the front end (`static/`) that the workbench and exported pages share."""
