/// something parked
public struct ParkedItem {}
public struct Decision {}
public struct Comment {}
