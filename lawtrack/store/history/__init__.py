"""What HEAD shows: the versions, which one is meant, corrections, and who wrote which clause."""
