"""Qt and only Qt: the window in which the verbs of `mediator` are used."""
