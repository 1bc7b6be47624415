"""Documents of the procedure: tables to fill in, the marked text 花脸稿, the skeletons of reports, the office's templates."""
