"""Real identities: sealed by the desk, opened elsewhere. What opens is loaded when it is asked for.

identity   what is sealed, as a person writes it down
keys       the public keys for which the desk seals
actions    the desk's verbs: seal an identity, protect a word, release it
words      protected words as keyed hashes
openings   the chained list of everything that was ever opened
opening    the verb that opens, for whoever has the private key
rotation   the verb that seals everything anew for other keys
local      the pair of keys of a start on one's own machine
terminal   talking with whoever has a private key
views      the desk's pages: sealing, protected words, the list of what was opened
opening_page  the page that opens; loaded when an account with the right to it comes
public_hits   protected words in what is public already
unreported    keeps what is typed and read on these pages out of logs, reports and caches
"""
