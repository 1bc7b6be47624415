"""References 引用 in a text: found, resolved, and kept right through renumbering."""
