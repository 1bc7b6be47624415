"""The record that can be proved: the chain of hashes, signatures, receipts, and what bears witness of damage."""
