"""Instruments and amending decisions as files: the clean copy, the page, the decision, what it did."""
