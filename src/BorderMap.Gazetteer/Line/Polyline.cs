namespace BorderMap.Gazetteer.Line;

/// <summary>The point of a polyline nearest to a position.</summary>
/// <param name="Segment">Number of the segment, from 0.</param>
/// <param name="Along">Where on it, 0 to 1.</param>
/// <param name="DistanceKm">How far it is.</param>
internal readonly record struct NearestPoint(int Segment, double Along, double DistanceKm);

/// <summary>A polyline on the Earth with a tree of boxes over runs of its segments, so that the nearest one is found without looking at all.</summary>
internal sealed class Polyline
{
    private const int RunLength = 8;
    private readonly SpherePoint[] points;
    private readonly Box[] boxes;
    private readonly int leaves;

    public Polyline(IReadOnlyList<SpherePoint> points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Count, 2);
        this.points = [.. points];
        var runs = (Segments + RunLength - 1) / RunLength;
        leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)runs);
        boxes = new Box[2 * leaves];
        Array.Fill(boxes, Box.Empty);
        for (var i = 0; i < this.points.Length; i++)
        {
            // The end of a run is the start of the next: both boxes hold it.
            Cover(Math.Min(i, Segments - 1), this.points[i]);
            Cover(Math.Max(0, i - 1), this.points[i]);
        }
        for (var node = leaves - 1; node > 0; node--)
        {
            boxes[node] = boxes[2 * node].Union(boxes[(2 * node) + 1]);
        }
    }

    public int Segments => points.Length - 1;

    public SpherePoint this[int index] => points[index];

    public NearestPoint Nearest(SpherePoint to)
    {
        var best = (Segment: 0, Along: 0.0, Squared: double.MaxValue);
        Search(1, boxes[1].SquaredDistance(to), to, ref best);
        return new NearestPoint(best.Segment, best.Along, SpherePoint.KmOfChord(best.Squared));
    }

    private void Cover(int segment, SpherePoint point) => boxes[leaves + (segment / RunLength)] = boxes[leaves + (segment / RunLength)].Including(point);

    private void Search(int node, double bound, SpherePoint to, ref (int Segment, double Along, double Squared) best)
    {
        if (bound >= best.Squared)
        {
            return;
        }
        if (node >= leaves)
        {
            SearchRun((node - leaves) * RunLength, to, ref best);
            return;
        }
        var (left, right) = (2 * node, (2 * node) + 1);
        var (toLeft, toRight) = (boxes[left].SquaredDistance(to), boxes[right].SquaredDistance(to));
        if (toRight < toLeft)
        {
            (left, right, toLeft, toRight) = (right, left, toRight, toLeft);
        }
        Search(left, toLeft, to, ref best);
        Search(right, toRight, to, ref best);
    }

    private void SearchRun(int first, SpherePoint to, ref (int Segment, double Along, double Squared) best)
    {
        for (var i = first; i < Math.Min(first + RunLength, Segments); i++)
        {
            var (along, squared) = ToSegment(points[i], points[i + 1], to);
            if (squared < best.Squared)
            {
                best = (i, along, squared);
            }
        }
    }

    /// <summary>Nearest point of the chord; segments are short, so chord and arc differ by millimetres.</summary>
    private static (double Along, double Squared) ToSegment(SpherePoint a, SpherePoint b, SpherePoint to)
    {
        var (run, from) = (b - a, to - a);
        var length = run.Dot(run);
        var along = length > 0 ? Math.Clamp(from.Dot(run) / length, 0, 1) : 0;
        var off = new SpherePoint(from.X - (along * run.X), from.Y - (along * run.Y), from.Z - (along * run.Z));
        return (along, off.Dot(off));
    }

    private readonly record struct Box(SpherePoint Least, SpherePoint Most)
    {
        public static Box Empty => new(new(double.MaxValue, double.MaxValue, double.MaxValue), new(double.MinValue, double.MinValue, double.MinValue));

        public Box Including(SpherePoint p) => Union(new Box(p, p));

        public Box Union(Box o) => new(
            new(Math.Min(Least.X, o.Least.X), Math.Min(Least.Y, o.Least.Y), Math.Min(Least.Z, o.Least.Z)),
            new(Math.Max(Most.X, o.Most.X), Math.Max(Most.Y, o.Most.Y), Math.Max(Most.Z, o.Most.Z)));

        public double SquaredDistance(SpherePoint p)
        {
            var x = Math.Max(0, Math.Max(Least.X - p.X, p.X - Most.X));
            var y = Math.Max(0, Math.Max(Least.Y - p.Y, p.Y - Most.Y));
            var z = Math.Max(0, Math.Max(Least.Z - p.Z, p.Z - Most.Z));
            return (x * x) + (y * y) + (z * z);
        }
    }
}
