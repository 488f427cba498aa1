"""Real identities: sealed by the desk, opened elsewhere. The desk's own process imports no module that opens.

identity   what is sealed, as a person writes it down
keys       the public keys for which the desk seals
actions    the desk's verbs: seal an identity, protect a word, release it
words      protected words as keyed hashes
openings   the chained list of everything that was ever opened
opening    the verb that opens, for whoever has the private key
rotation   the verb that seals everything anew for other keys
local      the pair of keys of a start on one's own machine
terminal   talking with whoever has a private key
"""
