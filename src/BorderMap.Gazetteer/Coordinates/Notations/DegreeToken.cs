namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>What a piece of written degrees is.</summary>
internal enum DegreeTokenKind { Number, Mark, Direction, Label, Separator }

/// <summary>A piece of written degrees.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Sign">The mark or direction itself; <c>-</c>, <c>+</c> or a blank before a number; <c>L</c> or <c>B</c> of a label (longitude, latitude).</param>
/// <param name="Value">A number's value without its sign.</param>
/// <param name="Decimals">How many digits a number has behind its decimal sign.</param>
/// <param name="IsTied">Whether a hyphen without blanks ties the number to the one before.</param>
internal readonly record struct DegreeToken(DegreeTokenKind Kind, int Start, int End, char Sign = ' ', double Value = 0, int Decimals = 0, bool IsTied = false);
