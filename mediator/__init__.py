"""The product without a screen: rules, storage, papers, statistics and the verbs of the desk."""
