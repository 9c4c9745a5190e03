extension TextChange {
  /// Whether words were only lost behind the terms: most copies leave out how to apply a licence.
  var isLostAppendix: Bool {
    guard added == 0, let clause else { return false }
    var regions = TextRegions()
    regions.note(title: clause)
    return !regions.isOperative
  }
}
