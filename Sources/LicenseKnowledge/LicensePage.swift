/// Pages that show many licences, each at an address that holds the licence's id.
enum LicensePage {
  /// The id, as SPDX or the Hub write it, of the licence that an address shows; nil for other addresses.
  ///
  /// `https://spdx.org/licenses/MIT.html` → `mit`, `https://creativecommons.org/licenses/by-nc/4.0/deed.de` →
  /// `cc-by-nc-4.0`.
  static func id(at url: String) -> String? {
    var address = Substring(url.lowercased())
    for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.utf8.count)
    }
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let host = parts.first, parts.count >= 3 else { return nil }
    switch (host, parts[1]) {
    case ("creativecommons.org", "licenses"):
      // Some licences were changed for countries, whose codes follow.
      return parts.count >= 4 ? "cc-\(parts[2])-\(parts[3])" : nil
    case ("creativecommons.org", "publicdomain"):
      return parts[2] == "zero" && parts.count >= 4 ? "cc0-\(parts[3])" : nil
    case ("spdx.org", "licenses"), ("choosealicense.com", "licenses"), ("opensource.org", "licenses"):
      return stem(of: parts[2])
    default: return nil
    }
  }

  private static func stem(of page: Substring) -> String {
    for ending in [".html", ".json", ".txt", ".php"] where page.hasSuffix(ending) {
      return String(page.dropLast(ending.utf8.count))
    }
    return String(page)
  }
}
