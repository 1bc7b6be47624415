"""The workbench as a page: what it knows and does, without a browser.

| file | what |
|---|---|
| desk | whose workspace, which day, what can be taken back |
| answers | a request by name; an answer that is a result, a refusal or a thing done |
| bench | all requests there are, and the one function that answers them |
| year | the annual plan: its rows, and every change of it |
| front | the front end that goes with it, as modules of text |
| kernel, widget | both ends joined by a comm of the kernel, or in a notebook's cell |
"""
