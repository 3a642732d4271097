"""Sentences joined across languages: a log-linear model over words, lengths, punctuation and, where there is an encoder, meaning."""
