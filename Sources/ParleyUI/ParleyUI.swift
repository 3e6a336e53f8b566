// ParleyUI
