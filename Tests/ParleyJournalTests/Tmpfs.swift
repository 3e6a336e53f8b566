import Foundation

/// A small disk of its own, if the system permits.
final class Tmpfs {
  let path: String

  static let isPermitted = Tmpfs(kilobytes: 64) != nil

  init?(kilobytes: Int) {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("parley-disk-\(UUID().uuidString)").path
    mkdir(path, 0o755)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      rmdir(path)
      return nil
    }
  }

  /// Makes the disk read-only.
  func protect() -> Bool { mount("tmpfs", path, "tmpfs", Flag.remount | Flag.readOnly, nil) == 0 }

  deinit {
    umount2(path, Flag.detach)
    rmdir(path)
  }

  // The kernel's numbers; Swift's Glibc leaves their names out.
  private enum Flag {
    static let readOnly: UInt = 1
    static let remount: UInt = 32
    static let detach: Int32 = 2
  }
}
