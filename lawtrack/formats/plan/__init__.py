"""The annual plan as files: status, report, calendar, pictures; published plans taken in."""
