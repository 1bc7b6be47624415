"""What a clause says in numbers and names: amounts, deadlines, bodies, measures. Pure functions over its words."""
