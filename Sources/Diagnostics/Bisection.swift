extension RandomAccessCollection {
  /// Where the elements begin that are not before some place, in a collection in which those before it come first.
  public func bisect(where isBefore: (Element) -> Bool) -> Index {
    var start = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if isBefore(self[middle]) {
        start = index(after: middle)
        count -= half + 1
      } else {
        count = half
      }
    }
    return start
  }
}
