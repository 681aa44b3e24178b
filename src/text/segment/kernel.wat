;; The plain words of a text as units, and the decisions between them. `scan.ts` and `score.ts` have the same in plain JavaScript;
;; `kernel.ts` says what lies where.
(module
  (memory (import "env" "memory") 1)
  (global $syllables (import "env" "syllables") i32)
  (global $syllableMask (import "env" "syllableMask") i32)
  (global $pairs (import "env" "pairs") i32)
  (global $pairMask (import "env" "pairMask") i32)
  (global $spans (import "env" "spans") i32)
  (global $spanMask (import "env" "spanMask") i32)
  (global $rows (import "env" "rows") i32)
  (global $shapes (import "env" "shapes") i32)
  (global $classes (import "env" "classes") i32)
  (global $lexicon (import "env" "lexicon") i32)
  (global $natures (import "env" "natures") i32)
  (global $bias (import "env" "bias") i32)
  (global $syllableFlags (import "env" "syllableFlags") i32)

  ;; Small steps are written out where they are needed for each letter or unit: the engine does not inline. Those of a key are
  ;; `addLetter` and `closeKey` of hash.ts.

  ;; The id of a syllable by its key; 3 when the model does not know it.
  (func $syllable (param $key i32) (result i32)
    (local $slot i32) (local $entry i32)
    (local.set $slot (i32.and (local.get $key) (global.get $syllableMask)))
    (loop $next
      (local.set $entry (i32.load (i32.add (global.get $syllables) (i32.shl (local.get $slot) (i32.const 2)))))
      (if (i32.and
            (i32.ne (local.get $entry) (i32.const 0))
            (i32.ne (i32.shr_u (i32.xor (local.get $entry) (local.get $key)) (i32.const 16)) (i32.const 0)))
        (then
          (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (global.get $syllableMask)))
          (br $next))))
    (local.set $entry (i32.and (local.get $entry) (i32.const 0xffff)))
    (select (local.get $entry) (i32.const 3) (local.get $entry)))

  ;; Appends units from `i` on, behind the first `n`, and returns where they end: at `to`, or at a piece that is more than letters
  ;; with a mark behind them, more than digits, or more than a mark. Leaves the number of units and `spaced` in the memory.
  (func (export "scan") (param $i i32) (param $to i32) (param $n i32) (param $spaced i32) (result i32)
    (local $info i32) (local $first i32) (local $class i32) (local $start i32) (local $length i32)
    (local $key i32) (local $sum i32) (local $look i32) (local $code i32) (local $capital i32) (local $entry i32)
    (local $at i32)
    (block $stop
      (loop $unit
        (br_if $stop (i32.ge_s (local.get $i) (local.get $to)))
        (local.set $start (local.get $i))
        (local.set $info (i32.load (i32.shl (i32.load16_u offset=0x40000 (i32.shl (local.get $i) (i32.const 1))) (i32.const 2))))
        (local.set $class (i32.and (local.get $info) (i32.const 0x700000)))
        (if (i32.eq (local.get $class) (i32.const 0x400000))
          (then
            (local.set $spaced (i32.const 0x10000000))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br $unit)))
        (local.set $key (i32.const 0))
        (if (i32.eq (local.get $class) (i32.const 0x100000))
          (then
            (local.set $first (local.get $info))
            (local.set $sum (i32.const 0))
            (loop $letter
              (local.set $key (i32.mul
                (i32.add (i32.add (local.get $key) (i32.and (local.get $info) (i32.const 0xffff))) (i32.const 1))
                (i32.const 0x9e3779b1)))
              (local.set $sum (i32.add (local.get $sum) (i32.shr_u (local.get $info) (i32.const 16))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (local.set $info (i32.load (i32.shl (i32.load16_u offset=0x40000 (i32.shl (local.get $i) (i32.const 1))) (i32.const 2))))
              (local.set $class (i32.and (local.get $info) (i32.const 0x700000)))
              (br_if $letter (i32.eq (local.get $class) (i32.const 0x100000))))
            (local.set $length (i32.sub (local.get $i) (local.get $start)))
            (block $closed
              (br_if $closed (i32.eq (local.get $class) (i32.const 0x400000)))
              (block $open
                (br_if $open (i32.ne (local.get $class) (i32.const 0x500000)))
                ;; Most marks close; some only with white space behind them, a dot then only behind what is no abbreviation.
                (br_if $closed (i32.eqz (i32.and (local.get $info) (i32.const 0x3000000))))
                (br_if $open (i32.ne
                  (i32.and (i32.load (i32.shl (i32.load16_u offset=0x40002 (i32.shl (local.get $i) (i32.const 1))) (i32.const 2))) (i32.const 0x700000))
                  (i32.const 0x400000)))
                (br_if $closed (i32.eqz (i32.and (local.get $info) (i32.const 0x2000000))))
                (br_if $closed (i32.gt_s (local.get $length) (i32.const 4)))
                (br_if $closed (i32.eq (i32.add (local.get $i) (i32.const 1)) (local.get $to))))
              (local.set $i (local.get $start))
              (br $stop))
            (if (i32.gt_s (local.get $length) (i32.const 256))
              (then (local.set $i (local.get $start)) (br $stop)))
            (local.set $sum (i32.sub (local.get $sum) (i32.shl (local.get $length) (i32.const 4))))
            (local.set $key (i32.mul
              (i32.add
                (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15)))
                (i32.and (local.get $sum) (i32.const 0xfff)))
              (i32.const 0x85ebca6b)))
            (local.set $entry (i32.load (i32.add (global.get $syllables) (i32.shl
              (i32.and (local.get $key) (global.get $syllableMask))
              (i32.const 2)))))
            (local.set $entry (if (result i32) (i32.shr_u (i32.xor (local.get $entry) (local.get $key)) (i32.const 16))
              (then (call $syllable (local.get $key)))
              (else (i32.and (local.get $entry) (i32.const 0xffff)))))
            (local.set $look (i32.or
              (i32.or (local.get $entry) (local.get $spaced))
              (select (i32.const 0x20880000) (i32.const 0x20080000) (i32.gt_s (local.get $length) (i32.const 1)))))
            (local.set $sum (i32.shr_u (local.get $sum) (i32.const 12)))
            (if (local.get $sum)
              (then
                (local.set $capital (i32.and (i32.shr_u (local.get $first) (i32.const 28)) (i32.const 1)))
                (if (i32.and (i32.eq (local.get $sum) (local.get $length)) (i32.gt_s (local.get $length) (i32.const 1)))
                  (then
                    ;; It may be one of the treebank's brackets.
                    (if (i32.and
                          (i32.eq (local.get $length) (i32.const 4))
                          (i32.eq
                            (i32.load16_u offset=0x40002 (i32.shl (local.get $start) (i32.const 1)))
                            (i32.const 0x42)))
                      (then (local.set $i (local.get $start)) (br $stop)))
                    (local.set $look (i32.or (local.get $look) (i32.const 0x20000))))
                  (else
                    (local.set $look (i32.or (local.get $look) (select
                      (i32.const 0x40010000)
                      (i32.const 0x40040000)
                      (i32.and (local.get $capital) (i32.eq (local.get $sum) (i32.const 1))))))))
                (local.set $look (i32.or (local.get $look) (i32.or
                  (i32.shl (local.get $capital) (i32.const 20))
                  (i32.or
                    (i32.shl (i32.eq (local.get $sum) (local.get $length)) (i32.const 21))
                    (i32.shl (i32.gt_s (local.get $sum) (local.get $capital)) (i32.const 22))))))))
            (local.set $at (i32.shl (local.get $n) (i32.const 2)))
            (i32.store offset=0x60000 (local.get $at) (local.get $start))
            (i32.store offset=0xa0000 (local.get $at) (local.get $i))
            (i32.store offset=0xe0000 (local.get $at) (local.get $key))
            (i32.store offset=0x120000 (local.get $at) (local.get $look))
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (local.set $spaced (i32.const 0))
            (br $unit)))
        (if (i32.eq (local.get $class) (i32.const 0x500000))
          (then
            (local.set $code (i32.and (local.get $info) (i32.const 0xffff)))
            ;; An address may begin with @.
            (br_if $stop (i32.eq (local.get $code) (i32.const 0x40)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            ;; A run of one mark is one; brackets stand alone.
            (if (i32.ne (i32.and (local.get $code) (i32.const 0xfffe)) (i32.const 0x28))
              (then
                (loop $same
                  (if (i32.and
                        (i32.lt_s (local.get $i) (local.get $to))
                        (i32.eq
                          (i32.load16_u offset=0x40000 (i32.shl (local.get $i) (i32.const 1)))
                          (local.get $code)))
                    (then
                      (local.set $i (i32.add (local.get $i) (i32.const 1)))
                      (br $same))))))
            (local.set $key (local.get $code))
            (local.set $look (select
              (i32.const 0x8060002)
              (i32.const 0x8050001)
              (i32.or (i32.eq (local.get $code) (i32.const 0x2c)) (i32.eq (local.get $code) (i32.const 0x2f)))))
            (local.set $at (i32.shl (local.get $n) (i32.const 2)))
            (i32.store offset=0x60000 (local.get $at) (local.get $start))
            (i32.store offset=0xa0000 (local.get $at) (local.get $i))
            (i32.store offset=0xe0000 (local.get $at) (local.get $key))
            (i32.store offset=0x120000 (local.get $at) (i32.or (local.get $look) (local.get $spaced)))
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (local.set $spaced (i32.const 0))
            (br $unit)))
        (br_if $stop (i32.ne (local.get $class) (i32.const 0x200000)))
        (loop $digit
          (local.set $key (i32.mul
                (i32.add (i32.add (local.get $key) (i32.and (local.get $info) (i32.const 0xffff))) (i32.const 1))
                (i32.const 0x9e3779b1)))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (local.set $info (i32.load (i32.shl (i32.load16_u offset=0x40000 (i32.shl (local.get $i) (i32.const 1))) (i32.const 2))))
          ;; 0 to 9, not the wide ones.
          (br_if $digit (i32.lt_u (i32.sub (local.get $info) (i32.const 0x200030)) (i32.const 10))))
        (if (i32.ne (i32.and (local.get $info) (i32.const 0x700000)) (i32.const 0x400000))
          (then (local.set $i (local.get $start)) (br $stop)))
        (local.set $length (i32.sub (local.get $i) (local.get $start)))
        (local.set $look (select
          (i32.const 4)
          (select (i32.const 5) (i32.const 6) (i32.eq (local.get $length) (i32.const 4)))
          (i32.le_s (local.get $length) (i32.const 2))))
        (local.set $key (i32.mul
          (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15)))
          (i32.const 0x85ebca6b)))
        (local.set $at (i32.shl (local.get $n) (i32.const 2)))
        (i32.store offset=0x60000 (local.get $at) (local.get $start))
        (i32.store offset=0xa0000 (local.get $at) (local.get $i))
        (i32.store offset=0xe0000 (local.get $at) (local.get $key))
        (i32.store offset=0x120000 (local.get $at) (i32.or (i32.or (local.get $look) (i32.const 0x22030000)) (local.get $spaced)))
        (local.set $n (i32.add (local.get $n) (i32.const 1)))
        (local.set $spaced (i32.const 0))
        (br $unit)))
    (i32.store offset=0x1afff8 (i32.const 0) (local.get $n))
    (i32.store offset=0x1afffc (i32.const 0) (local.get $spaced))
    (local.get $i))

  (func $mix (param $h i32) (result i32)
    (local.set $h (i32.mul (i32.xor (local.get $h) (i32.shr_u (local.get $h) (i32.const 16))) (i32.const 0x7feb352d)))
    (local.set $h (i32.mul (i32.xor (local.get $h) (i32.shr_u (local.get $h) (i32.const 15))) (i32.const 0x846ca68b)))
    (i32.xor (local.get $h) (i32.shr_u (local.get $h) (i32.const 16))))

  ;; What the model says of the pairs of the first `length` units, each with the next. A first loop reads the likeliest slot of each
  ;; pair and nothing else, so that the reads overlap: they are most of the work, and mostly wait for memory.
  (func $lookUp (param $length i32)
    (local $at i32) (local $end i32) (local $left i32) (local $right i32) (local $hash i32) (local $slot i32) (local $entry i32)
    (local.set $end (i32.shl (local.get $length) (i32.const 2)))
    (local.set $left (i32.load offset=0x120000 (i32.const 0)))
    (block $read
      (loop $next
        (br_if $read (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $right (i32.load offset=0x120004 (local.get $at)))
        ;; `pairHash` of hash.ts.
        (local.set $hash (i32.or (i32.shl (local.get $left) (i32.const 16)) (i32.and (local.get $right) (i32.const 0xffff))))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x7feb352d)))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15))) (i32.const 0x846ca68b)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))
        (i32.store offset=0x1b0000 (local.get $at) (local.get $hash))
        (i32.store offset=0x160000 (local.get $at) (i32.load (i32.add (global.get $pairs) (i32.shl
          (i32.and (local.get $hash) (global.get $pairMask))
          (i32.const 2)))))
        (local.set $left (local.get $right))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.set $at (i32.const 0))
    (local.set $left (i32.load offset=0x120000 (i32.const 0)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $right (i32.load offset=0x120004 (local.get $at)))
        (local.set $entry (i32.const 0))
        (if (i32.and
              (i32.shr_u (i32.and (local.get $left) (local.get $right)) (i32.const 29))
              (i32.and (i32.shr_u (local.get $right) (i32.const 28)) (i32.const 1)))
          (then
            (local.set $hash (i32.load offset=0x1b0000 (local.get $at)))
            (local.set $entry (i32.load offset=0x160000 (local.get $at)))
            (local.set $slot (local.get $hash))
            (loop $probe
              (if (i32.and
                    (i32.ne (local.get $entry) (i32.const 0))
                    (i32.ne (i32.shr_u (i32.xor (local.get $entry) (local.get $hash)) (i32.const 16)) (i32.const 0)))
                (then
                  (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
                  (local.set $entry (i32.load (i32.add (global.get $pairs) (i32.shl
                    (i32.and (local.get $slot) (global.get $pairMask))
                    (i32.const 2)))))
                  (br $probe))))
            ;; 1: a pair that was never seen.
            (local.set $entry (i32.or (local.get $entry) (i32.eqz (local.get $entry))))))
        (i32.store offset=0x160000 (local.get $at) (local.get $entry))
        (local.set $left (local.get $right))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next))))

  (func $spanHash (param $span i32) (param $next i32) (result i32)
    (call $mix (i32.add (i32.add (i32.mul (local.get $span) (i32.const 0x2545f491)) (local.get $next)) (i32.const 1))))

  (func $spanBits (param $hash i32) (result i32)
    (local $slot i32) (local $entry i32)
    (local.set $slot (i32.and (local.get $hash) (global.get $spanMask)))
    (local.set $hash (i32.shr_u (local.get $hash) (i32.const 18)))
    (loop $probe
      (local.set $entry (i32.load16_u (i32.add (global.get $spans) (i32.shl (local.get $slot) (i32.const 1)))))
      (if (i32.and
            (i32.ne (local.get $entry) (i32.const 0))
            (i32.ne (i32.shr_u (local.get $entry) (i32.const 2)) (local.get $hash)))
        (then
          (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (global.get $spanMask)))
          (br $probe))))
    (i32.and (local.get $entry) (i32.const 3)))

  ;; Sums the weights of each gap: the lower half of its score is for a cut before it, the upper for a joint, and for no word so far
  ;; that the lexicon knows. No sum hangs on another, so that all that is read is read at once.
  (func $weigh (param $length i32)
    (local $at i32) (local $end i32) (local $here i32) (local $before i32) (local $after i32)
    (local $a i32) (local $b i32) (local $n i32) (local $capitals i32) (local $capitalB i32) (local $fixed i32)
    (local $rowA i32) (local $rowB i32) (local $shapes i32) (local $classes i32) (local $lexicon i32) (local $rowP i32)
    (local $differs i32) (local $triple i32)
    (local.set $end (i32.shl (local.get $length) (i32.const 2)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $here (i32.load offset=0x160000 (local.get $at)))
        (if (local.get $here)
          (then
            (local.set $after (i32.load offset=0x160004 (local.get $at)))
            (local.set $a (i32.load offset=0x120000 (local.get $at)))
            (local.set $b (i32.load offset=0x120004 (local.get $at)))
            (local.set $n (i32.load offset=0x120008 (local.get $at)))
            (local.set $triple (i32.const 0))
            (if (i32.and (i32.ne (local.get $after) (i32.const 0)) (i32.shr_u (i32.and (local.get $here) (i32.const 32)) (i32.const 5)))
              (then
                (local.set $triple (call $spanBits (call $spanHash
                  (i32.load offset=0x1b0000 (local.get $at))
                  (i32.and (local.get $n) (i32.const 0xffff)))))))
            (local.set $capitalB (i32.and (i32.shr_u (local.get $b) (i32.const 30)) (i32.const 1)))
            (local.set $capitals (i32.or (i32.and (i32.shr_u (local.get $a) (i32.const 29)) (i32.const 2)) (local.get $capitalB)))
            (local.set $rowA (i32.add (global.get $rows) (i32.shl (i32.and (local.get $a) (i32.const 0xffff)) (i32.const 4))))
            (local.set $rowB (i32.add (global.get $rows) (i32.shl (i32.and (local.get $b) (i32.const 0xffff)) (i32.const 4))))
            (local.set $fixed (i32.add
              (i32.add
                (i32.add (global.get $bias) (i32.shr_s (i32.shl (local.get $here) (i32.const 16)) (i32.const 24)))
                (i32.add
                  (i32.load8_s (i32.add (local.get $rowA) (local.get $capitals)))
                  (i32.load8_s offset=4 (i32.add (local.get $rowB) (local.get $capitals)))))
              (i32.load8_s offset=10 (i32.add
                (i32.add (global.get $rows) (i32.shl (i32.and (local.get $n) (i32.const 0xffff)) (i32.const 4)))
                (local.get $capitalB)))))
            ;; `natureIndex`: the same onset, the same rhyme, and how the two are joined as a rule.
            (local.set $rowA (i32.load offset=12 (local.get $rowA)))
            (local.set $rowB (i32.load offset=12 (local.get $rowB)))
            (local.set $differs (i32.xor (local.get $rowA) (local.get $rowB)))
            (local.set $fixed (i32.add (local.get $fixed) (i32.load8_s (i32.add (global.get $natures) (i32.or
              (i32.or
                (i32.or
                  (i32.shl (i32.eq (local.get $capitals) (i32.const 3)) (i32.const 12))
                  (i32.shl (i32.and (local.get $rowA) (i32.const 7)) (i32.const 9)))
                (i32.or
                  (i32.shl (i32.and (local.get $rowB) (i32.const 56)) (i32.const 3))
                  (i32.shl (i32.and (local.get $here) (i32.const 15)) (i32.const 2))))
              (i32.or
                (i32.and
                  (i32.eqz (i32.and (local.get $differs) (i32.const 0xff00)))
                  (i32.ne (i32.and (local.get $rowA) (i32.const 0xff00)) (i32.const 0)))
                (i32.shl
                  (i32.and
                    (i32.eqz (i32.and (local.get $differs) (i32.const 0xff0000)))
                    (i32.ne (i32.and (local.get $rowA) (i32.const 0xff0000)) (i32.const 0)))
                  (i32.const 1))))))))
            (local.set $before (i32.load offset=0x15fffc (local.get $at)))
            (local.set $rowP (i32.load offset=0x11fffc (local.get $at)))
            (local.set $shapes (i32.add (global.get $shapes) (i32.or
              (i32.or
                (i32.and (i32.shr_u (local.get $rowP) (i32.const 6)) (i32.const 0x1c00))
                (i32.and (i32.shr_u (local.get $a) (i32.const 9)) (i32.const 0x380)))
              (i32.or
                (i32.and (i32.shr_u (local.get $b) (i32.const 12)) (i32.const 0x70))
                (i32.and (i32.shr_u (local.get $n) (i32.const 15)) (i32.const 0xe))))))
            (local.set $rowP (i32.add (global.get $rows) (i32.shl (i32.and (local.get $rowP) (i32.const 0xffff)) (i32.const 4))))
            (local.set $classes (i32.add (global.get $classes) (i32.or
              (i32.or
                (i32.shl (i32.and (local.get $before) (i32.const 15)) (i32.const 10))
                (i32.shl (i32.and (local.get $here) (i32.const 31)) (i32.const 5)))
              (i32.shl (i32.and (local.get $after) (i32.const 15)) (i32.const 1)))))
            (local.set $lexicon (i32.add (global.get $lexicon) (i32.or
              (i32.or
                (i32.and (i32.shr_u (local.get $before) (i32.const 4)) (i32.const 1))
                (i32.and (i32.shr_u (local.get $here) (i32.const 3)) (i32.const 2)))
              (i32.or
                (i32.and (i32.shr_u (local.get $after) (i32.const 2)) (i32.const 4))
                (i32.or
                  (i32.shl (local.get $triple) (i32.const 5))
                  (i32.shl (local.get $capitalB) (i32.const 7)))))))
            (i32.store16 offset=0x290000 (local.get $at) (i32.add
              (i32.add
                (i32.add (local.get $fixed) (i32.load8_s offset=8 (local.get $rowP)))
                (i32.load8_s (local.get $shapes)))
              (i32.add (i32.load8_s (local.get $classes)) (i32.load8_s (local.get $lexicon)))))
            (i32.store16 offset=0x290002 (local.get $at) (i32.add
              (i32.add
                (i32.add (local.get $fixed) (i32.load8_s offset=9 (local.get $rowP)))
                (i32.load8_s offset=1 (local.get $shapes)))
              (i32.add (i32.load8_s offset=1 (local.get $classes)) (i32.load8_s offset=256 (local.get $lexicon)))))
            ;; Where the lexicon's weight stands, should it know the word so far.
            (i32.store offset=0x2d0000 (local.get $at) (local.get $lexicon))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next))))

  ;; Decides the gaps from that of unit `i` on, before which a word ends, by their sums.
  (func $settle (param $i i32) (param $length i32)
    (local $at i32) (local $here i32) (local $score i32) (local $decision i32) (local $joined i32) (local $run i32)
    (local $span i32) (local $bits i32) (local $wider i32)
    (local.set $at (i32.shl (local.get $i) (i32.const 2)))
    (local.set $run (i32.const 1))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $length)))
        (local.set $here (i32.load offset=0x160000 (local.get $at)))
        (local.set $score (i32.shr_s
          (i32.shl (i32.load offset=0x290000 (local.get $at)) (i32.shl (i32.eqz (local.get $joined)) (i32.const 4)))
          (i32.const 16)))
        (local.set $wider (i32.const 0))
        (if (i32.and (i32.shr_u (local.get $bits) (i32.const 1)) (i32.ne (local.get $here) (i32.const 0)))
          (then
            (local.set $span (call $spanHash
              (local.get $span)
              (i32.and (i32.load offset=0x120004 (local.get $at)) (i32.const 0xffff))))
            (local.set $wider (call $spanBits (local.get $span)))
            (local.set $score (i32.add (local.get $score) (i32.sub
              (i32.load8_s offset=256 (i32.add
                (i32.load offset=0x2d0000 (local.get $at))
                (i32.shl (local.get $wider) (i32.const 3))))
              (i32.load8_s offset=256 (i32.load offset=0x2d0000 (local.get $at))))))))
        ;; No word is longer than ten syllables.
        (local.set $decision (i32.and
          (i32.and (i32.ne (local.get $here) (i32.const 0)) (i32.lt_s (local.get $run) (i32.const 10)))
          (i32.gt_s (local.get $score) (i32.const 0))))
        (i32.store8 offset=0x1a0000 (local.get $i) (local.get $decision))
        ;; A word of two begins, or goes on.
        (local.set $span (select (local.get $span) (i32.load offset=0x1b0000 (local.get $at)) (local.get $joined)))
        (local.set $bits (select
          (select
            (local.get $wider)
            (i32.shr_u (i32.and (local.get $here) (i32.const 32)) (i32.const 4))
            (local.get $joined))
          (i32.const 0)
          (local.get $decision)))
        (local.set $run (select (i32.add (local.get $run) (i32.const 1)) (i32.const 1) (local.get $decision)))
        (local.set $joined (local.get $decision))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next))))

  ;; Says of each of the first `length` units whether it is of one word with the next.
  (func (export "decide") (param $length i32)
    (call $lookUp (local.get $length))
    (call $weigh (local.get $length))
    (call $settle (i32.const 0) (local.get $length)))

  ;; `isCertainCut` of score.ts, by the sums.
  (func $isCut (param $i i32) (result i32)
    (local $at i32) (local $sums i32) (local $lexicon i32) (local $most i32) (local $wider i32) (local $weight i32)
    (local.set $at (i32.shl (local.get $i) (i32.const 2)))
    (if (i32.eqz (i32.load offset=0x160000 (local.get $at))) (then (return (i32.const 1))))
    (local.set $sums (i32.load offset=0x290000 (local.get $at)))
    (if (i32.gt_s (i32.shl (local.get $sums) (i32.const 16)) (i32.const 0)) (then (return (i32.const 0))))
    ;; What the lexicon says of the word so far is not known: its highest weight.
    (local.set $lexicon (i32.load offset=0x2d0000 (local.get $at)))
    (local.set $most (i32.load8_s offset=256 (local.get $lexicon)))
    (local.set $sums (i32.sub (i32.shr_s (local.get $sums) (i32.const 16)) (local.get $most)))
    (loop $next
      (local.set $wider (i32.add (local.get $wider) (i32.const 8)))
      (local.set $weight (i32.load8_s offset=256 (i32.add (local.get $lexicon) (local.get $wider))))
      (if (i32.gt_s (local.get $weight) (local.get $most)) (then (local.set $most (local.get $weight))))
      (br_if $next (i32.lt_u (local.get $wider) (i32.const 24))))
    (i32.le_s (i32.add (local.get $sums) (local.get $most)) (i32.const 0)))

  ;; Decides from the last unit up to `first` on that begins a word whatever stands before the first `length` units, and says which
  ;; that is; -1 when none is told. With `opens` nothing stands before them.
  (func (export "decideBehind") (param $first i32) (param $length i32) (param $opens i32) (result i32)
    (call $lookUp (local.get $length))
    (call $weigh (local.get $length))
    (if (local.get $opens)
      (then (local.set $first (i32.const 0)))
      (else
        (loop $next
          (if (i32.le_s (local.get $first) (i32.const 1)) (then (return (i32.const -1))))
          (local.set $first (i32.sub (local.get $first) (i32.const 1)))
          (br_if $next (i32.eqz (call $isCut (local.get $first)))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))))
    (call $settle (local.get $first) (local.get $length))
    (local.get $first))

  ;; Fills the table of the UTF-8 of each code that is no surrogate: its bytes and, in the upper byte, how many they are.
  (func (export "spell")
    (local $code i32) (local $bytes i32)
    (loop $next
      (local.set $bytes (if (result i32) (i32.lt_u (local.get $code) (i32.const 0x80))
        (then (i32.or (local.get $code) (i32.const 0x1000000)))
        (else (if (result i32) (i32.lt_u (local.get $code) (i32.const 0x800))
          (then (i32.or
            (i32.or (i32.const 0x20080c0) (i32.shr_u (local.get $code) (i32.const 6)))
            (i32.shl (i32.and (local.get $code) (i32.const 0x3f)) (i32.const 8))))
          (else (i32.or
            (i32.or (i32.const 0x38080e0) (i32.shr_u (local.get $code) (i32.const 12)))
            (i32.or
              (i32.shl (i32.and (local.get $code) (i32.const 0xfc0)) (i32.const 2))
              (i32.shl (i32.and (local.get $code) (i32.const 0x3f)) (i32.const 16)))))))))
      (i32.store offset=0x250000 (i32.shl (local.get $code) (i32.const 2)) (local.get $bytes))
      (local.set $code (i32.add (local.get $code) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $code) (i32.const 0x10000)))))

  ;; Writes the first `length` units as UTF-8, words one space apart, their syllables joined by `_`, and `close` behind them; from
  ;; `out` on, and returns where it ends. Bytes behind the end may be written too.
  (func (export "write") (param $length i32) (param $out i32) (param $close i32) (result i32)
    (local $unit i32) (local $at i32) (local $i i32) (local $end i32) (local $bytes i32) (local $joined i32)
    (block $done
      (br_if $done (i32.eqz (local.get $length)))
      (loop $next
        (local.set $at (i32.shl (local.get $unit) (i32.const 2)))
        (local.set $i (i32.shl (i32.load offset=0x60000 (local.get $at)) (i32.const 1)))
        (local.set $end (i32.shl (i32.load offset=0xa0000 (local.get $at)) (i32.const 1)))
        (loop $code
          (local.set $bytes (i32.load offset=0x250000 (i32.shl (i32.load16_u offset=0x40000 (local.get $i)) (i32.const 2))))
          (i32.store offset=0x1f0000 (local.get $out) (local.get $bytes))
          (local.set $out (i32.add (local.get $out) (i32.shr_u (local.get $bytes) (i32.const 24))))
          (local.set $i (i32.add (local.get $i) (i32.const 2)))
          (br_if $code (i32.lt_u (local.get $i) (local.get $end))))
        (local.set $joined (i32.load8_u offset=0x1a0000 (local.get $unit)))
        (i32.store8 offset=0x1f0000 (local.get $out) (select (i32.const 0x5f) (i32.const 0x20) (local.get $joined)))
        ;; Only a word of the user's may have units without white space between them.
        (local.set $out (i32.add (local.get $out) (select
          (i32.and (i32.shr_u (i32.load offset=0x120004 (local.get $at)) (i32.const 28)) (i32.const 1))
          (i32.const 1)
          (local.get $joined))))
        (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $unit) (local.get $length))))
      ;; The last space gives way.
      (local.set $out (i32.sub (local.get $out) (i32.const 1))))
    (i32.store8 offset=0x1f0000 (local.get $out) (local.get $close))
    (i32.add (local.get $out) (i32.const 1)))

  ;; Writes the tokens of the first `length` units, decided, and says how many they are. `origin` is taken off their offsets. With
  ;; `hashes` the spellings of those with letters are hashed, as `hashSpelling` does.
  (func (export "take") (param $length i32) (param $origin i32) (param $opens i32) (param $capitals i32) (param $hashes i32) (result i32)
    (local $unit i32) (local $begin i32) (local $at i32) (local $look i32) (local $all i32) (local $any i32) (local $kind i32)
    (local $i i32) (local $end i32) (local $code i32) (local $first i32) (local $second i32) (local $token i32)
    (block $done
      (br_if $done (i32.eqz (local.get $length)))
      (loop $next
        (local.set $begin (i32.shl (local.get $unit) (i32.const 2)))
        (local.set $at (local.get $begin))
        (local.set $look (i32.load offset=0x120000 (local.get $at)))
        (local.set $all (local.get $look))
        (local.set $any (local.get $look))
        (local.set $first (i32.const 0))
        (local.set $second (i32.const 0))
        (loop $piece
          (if (local.get $hashes)
            (then
              (local.set $i (i32.shl (i32.load offset=0x60000 (local.get $at)) (i32.const 1)))
              (local.set $end (i32.shl (i32.load offset=0xa0000 (local.get $at)) (i32.const 1)))
              (loop $letter
                (local.set $code (i32.load16_u offset=0x40000 (local.get $i)))
                (local.set $first (i32.mul
                  (i32.add (i32.add (local.get $first) (local.get $code)) (i32.const 1))
                  (i32.const 0x9e3779b1)))
                (local.set $second (i32.mul
                  (i32.add
                    (i32.add (local.get $second) (i32.shr_u (i32.mul (local.get $code) (local.get $code)) (i32.const 3)))
                    (i32.const 1))
                  (i32.const 0x85ebca6b)))
                (local.set $i (i32.add (local.get $i) (i32.const 2)))
                (br_if $letter (i32.lt_u (local.get $i) (local.get $end))))))
          (if (i32.load8_u offset=0x1a0000 (local.get $unit))
            (then
              (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (local.set $look (i32.load offset=0x120000 (local.get $at)))
              (local.set $any (i32.or (local.get $any) (local.get $look)))
              ;; A number in a name has no case.
              (if (i32.and (local.get $look) (i32.const 0x80000))
                (then (local.set $all (select
                  (i32.and (local.get $all) (local.get $look))
                  (local.get $look)
                  (i32.and (local.get $all) (i32.const 0x80000))))))
              (if (i32.and (local.get $look) (i32.const 0x10000000))
                (then
                  ;; A space.
                  (local.set $first (i32.mul (i32.add (local.get $first) (i32.const 0x21)) (i32.const 0x9e3779b1)))
                  (local.set $second (i32.mul (i32.add (local.get $second) (i32.const 0x81)) (i32.const 0x85ebca6b)))))
              (br $piece))))
        (local.set $i (i32.shl (i32.load offset=0xa0000 (local.get $at)) (i32.const 1)))
        (local.set $kind (i32.and (i32.shr_u (i32.load offset=0x120000 (local.get $begin)) (i32.const 24)) (i32.const 15)))
        (if (i32.or
              (i32.eqz (local.get $kind))
              (i32.and (i32.ne (local.get $at) (local.get $begin)) (i32.ne (local.get $kind) (i32.const 8))))
          (then
            (local.set $kind (i32.const 0))
            (if (i32.and
                  (i32.shr_u (local.get $all) (i32.const 20))
                  (i32.eqz (local.get $capitals)))
              (then
                (local.set $kind (if (result i32) (i32.ne (local.get $at) (local.get $begin))
                  (then (i32.const 1))
                  (else (if (result i32) (i32.or
                        (i32.eq (i32.and (local.get $all) (i32.const 0x70000)) (i32.const 0x20000))
                        (i32.eq (i32.load16_u offset=0x3fffe (local.get $i)) (i32.const 0x2e)))
                    (then (i32.const 6))
                    (else (i32.or
                      (i32.eqz (local.get $opens))
                      (call $isProper (i32.and (local.get $all) (i32.const 0xffff)))))))))))))
        (if (i32.lt_u (local.get $kind) (i32.const 7))
          (then (local.set $opens (i32.const 0)))
          (else
            (if (i32.eq (i32.and (local.get $look) (i32.const 0x70000)) (i32.const 0x50000))
              (then
                (local.set $opens (i32.or (local.get $opens) (call $opensSentence
                  (i32.load16_u offset=0x40000 (i32.shl (i32.load offset=0x60000 (local.get $at)) (i32.const 1))))))))))
        (local.set $end (i32.shl (local.get $token) (i32.const 2)))
        (i32.store offset=0x310000 (local.get $end) (i32.sub (i32.load offset=0x60000 (local.get $begin)) (local.get $origin)))
        (i32.store offset=0x350000 (local.get $end) (i32.sub (i32.load offset=0xa0000 (local.get $at)) (local.get $origin)))
        (i32.store offset=0x390000 (local.get $end) (i32.or
          (i32.or
            (local.get $kind)
            (i32.and (i32.shr_u (local.get $any) (i32.const 15)) (i32.const 16)))
          (i32.add (i32.shl (i32.sub (local.get $at) (local.get $begin)) (i32.const 6)) (i32.const 0x100))))
        (i32.store offset=0x3d0000 (local.get $end) (local.get $first))
        (i32.store offset=0x410000 (local.get $end) (local.get $second))
        (local.set $token (i32.add (local.get $token) (i32.const 1)))
        (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $unit) (local.get $length)))))
    (local.get $token))

  ;; A syllable that is mostly written with a capital, or no syllable.
  (func $isProper (param $id i32) (result i32)
    (i32.or
      (i32.lt_u (local.get $id) (i32.const 16))
      (i32.and (i32.shr_u (i32.load8_u (i32.add (global.get $syllableFlags) (local.get $id))) (i32.const 1)) (i32.const 1))))

  ;; `opensSentence` of tokens.ts: . ? ! : " “ … - –
  (func $opensSentence (param $code i32) (result i32)
    (i32.or
      (i32.or
        (i32.or (i32.eq (local.get $code) (i32.const 0x2e)) (i32.eq (local.get $code) (i32.const 0x3f)))
        (i32.or (i32.eq (local.get $code) (i32.const 0x21)) (i32.eq (local.get $code) (i32.const 0x3a))))
      (i32.or
        (i32.or
          (i32.or (i32.eq (local.get $code) (i32.const 0x22)) (i32.eq (local.get $code) (i32.const 0x201c)))
          (i32.or (i32.eq (local.get $code) (i32.const 0x2026)) (i32.eq (local.get $code) (i32.const 0x2d))))
        (i32.eq (local.get $code) (i32.const 0x2013)))))

  ;; `checksum` of format.ts, of the integers behind the first three.
  (func (export "checksum") (param $at i32) (param $end i32) (result i32)
    (local $a i32) (local $b i32)
    (local.set $a (i32.const 1))
    (block $fours
      (loop $next
        (br_if $fours (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)))
        (local.set $a (i32.add
          (i32.add (i32.mul (local.get $a) (i32.const 31)) (i32.load (local.get $at)))
          (i32.mul (i32.load offset=4 (local.get $at)) (i32.const 3))))
        (local.set $b (i32.add
          (i32.add (i32.mul (local.get $b) (i32.const 37)) (i32.load offset=8 (local.get $at)))
          (i32.mul (i32.load offset=12 (local.get $at)) (i32.const 5))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (block $ones
      (loop $next
        (br_if $ones (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $a (i32.add (i32.mul (local.get $a) (i32.const 31)) (i32.load (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (i32.xor (local.get $a) (i32.mul (local.get $b) (i32.const 0x9e3779b1)))))
