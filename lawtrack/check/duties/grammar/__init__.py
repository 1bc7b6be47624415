"""The grammar of duties and penalties as one table: what each expression finds, with an example, and its forms."""
