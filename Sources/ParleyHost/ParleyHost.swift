// ParleyHost
