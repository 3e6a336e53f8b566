// ParleyJournal
