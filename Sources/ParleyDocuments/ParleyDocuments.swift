// ParleyDocuments
