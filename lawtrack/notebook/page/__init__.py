"""The workbench as a page: what it knows and does, without a browser.

| file | what |
|---|---|
| desk | whose workspace, which day, what can be taken back |
| answers | a request by name; an answer that is a result, a refusal or a thing done |
| shapes | what each answer holds, for Python's type checker and, through `scripts/front_types.py`, for the front end's |
| bench | all requests there are, and the one function that answers them |
| year, published, project, intake, returned, joining, clause, opinions, outgoing, … | the requests, a file a subject |
| library | those about the body of law: search, cleaning, beside, lists of powers |
| front | the front end that goes with it, as modules of text |
| kernel, widget | both ends joined by a comm of the kernel, or in a notebook's cell |
"""
