/// What this program calls itself in what it writes.
public enum Tool {
  public static let name = "pedigree"
  public static let version = "0.1.0"
}
