/// Ports at which something other than the web listens.
///
/// A line of HTTP can be a command there: `POST` bodies have been mail and Redis commands before.
/// The list is that of browsers (https://fetch.spec.whatwg.org/#port-blocking) and common stores.
enum PortRules {
  static func isWeb(_ port: Int) -> Bool { !others.contains(port) }

  private static let others: Set<Int> = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 138, 139, 143, 161, 162, 179,
    389, 427, 445, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
    636, 873, 989, 990, 993, 995, 1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380,
    3306, 3389, 3659, 4045, 4190, 4222, 5060, 5061, 5432, 5672, 5900, 6000, 6379, 6380, 6566, 6665,
    6666, 6667, 6668, 6669, 6679, 6697, 9042, 9092, 10080, 10250, 11211, 27017,
  ]

  /// Where mail is handed in and fetched; for libraries that open their own sockets.
  static let mail: Set<Int> = [25, 110, 143, 465, 587, 993, 995, 4190]
}
