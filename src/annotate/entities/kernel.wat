;; Sums of weights and steps of the decoder. `kernel.ts` says what each function gives, `kernel-scalar.ts` has the same in plain
;; JavaScript, `kernel-simd.ts` says what lies where.
(module
  (memory (import "env" "memory") 1)
  ;; Entries of the table less one, and how far a hash is shifted to be a bucket.
  (global $mask (import "env" "mask") i32)
  (global $shift (import "env" "shift") i32)
  (global $features (import "env" "features") i32)
  (global $places (import "env" "places") i32)
  (global $lexemes (import "env" "lexemes") i32)
  (global $starts (import "env" "starts") i32)
  (global $scores (import "env" "scores") i32)
  (global $state (import "env" "state") i32)
  (global $origins (import "env" "origins") i32)
  (global $nothing (import "env" "nothing") i32)
  (global $inner (import "env" "inner") i32)
  (global $outer (import "env" "outer") i32)
  (global $prints (import "env" "prints") i32)
  (global $rows (import "env" "rows") i32)
  (global $near (import "env" "near") i32)
  (global $low (import "env" "low") i32)
  (global $beam (import "env" "beam") i32)
  (global $giveUp (import "env" "giveUp") i32)

  ;; FNV-1a over 32-bit words, with the upper bits mixed in.
  (func (export "checksum") (param $at i32) (param $end i32) (result i32)
    (local $sum i32)
    (local.set $sum (i32.const 0x811c9dc5))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $sum (i32.add
          (i32.mul (i32.xor (local.get $sum) (i32.load (local.get $at))) (i32.const 0x01000193))
          (i32.shr_u (local.get $sum) (i32.const 15))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $sum))

  (func (export "find") (param $prints i32) (param $mask i32) (param $shift i32) (param $hash i32) (result i32)
    (local $entry i32) (local $found i32) (local $print v128) (local $bucket v128)
    (local.set $entry (i32.and (i32.shl (i32.shr_u (local.get $hash) (local.get $shift)) (i32.const 3)) (local.get $mask)))
    (local.set $hash (i32.and (local.get $hash) (i32.const 0xffff)))
    (local.set $print (i16x8.splat (select (local.get $hash) (i32.const 1) (local.get $hash))))
    (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
    (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))
    (if (i32.and (i32.eqz (local.get $found)) (i16x8.all_true (local.get $bucket)))
      (then
        (local.set $entry (i32.and (i32.add (local.get $entry) (i32.const 8)) (local.get $mask)))
        (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
        (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))))
    (select (i32.add (local.get $entry) (i32.ctz (local.get $found))) (i32.const -1) (local.get $found)))

  ;; Adds the rows of features `[0, count)`, each of them plus `plus`, to the 16 sums at `out`. First all rows are found, then all are
  ;; added, without a branch on what was found: so the processor waits for many places of the memory at once.
  (func $addRows (param $count i32) (param $plus i32) (param $out i32)
    (local $at i32) (local $end i32) (local $noted i32) (local $hash i32) (local $entry i32) (local $found i32)
    (local $print v128) (local $bucket v128) (local $row v128) (local $low v128) (local $high v128) (local $sign v128)
    (local.set $end (i32.add (global.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (global.get $features))
    (local.set $noted (global.get $places))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hash (i32.add (i32.load (local.get $at)) (local.get $plus)))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))
        (local.set $entry (i32.and (i32.shl (i32.shr_u (local.get $hash) (global.get $shift)) (i32.const 3)) (global.get $mask)))
        (local.set $print (i16x8.splat (select
          (i32.and (local.get $hash) (i32.const 0xffff))
          (i32.const 1)
          (i32.and (local.get $hash) (i32.const 0xffff)))))
        (local.set $bucket (v128.load (i32.add (global.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
        ;; Only where a bucket is full the next one counts; behind the last comes the first.
        (local.set $found (i32.or
          (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print)))
          (i32.shl
            (i32.mul
              (i16x8.bitmask (i16x8.eq
                (v128.load (i32.add (global.get $prints) (i32.shl
                  (i32.and (i32.add (local.get $entry) (i32.const 8)) (global.get $mask))
                  (i32.const 1))))
                (local.get $print)))
              (i16x8.all_true (local.get $bucket)))
            (i32.const 8))))
        (i32.store (local.get $noted) (select
          (i32.add (global.get $rows) (i32.shl
            (i32.and (i32.add (local.get $entry) (i32.ctz (local.get $found))) (global.get $mask))
            (i32.const 4)))
          (global.get $nothing)
          (local.get $found)))
        (local.set $noted (i32.add (local.get $noted) (i32.const 4)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.set $sign (i8x16.splat (i32.const 0x80)))
    (local.set $low (v128.load offset=0 (local.get $out)))
    (local.set $high (v128.load offset=16 (local.get $out)))
    (local.set $at (global.get $places))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $noted)))
        (local.set $row (v128.xor (v128.load (i32.load (local.get $at))) (local.get $sign)))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (v128.store offset=0 (local.get $out) (local.get $low))
    (v128.store offset=16 (local.get $out) (local.get $high)))

  (func (export "sumNear") (param $slot i32) (param $count i32) (param $plus i32)
    (local.set $slot (i32.add (global.get $near) (i32.shl (local.get $slot) (i32.const 5))))
    (v128.store offset=0 (local.get $slot) (v128.const i64x2 0 0))
    (v128.store offset=16 (local.get $slot) (v128.const i64x2 0 0))
    (call $addRows (local.get $count) (local.get $plus) (local.get $slot)))

  ;; For each of the first units of the block: the sums of its lexeme and of two on either side, each at its offset. A lexeme's five
  ;; sums are 160 bytes.
  (func (export "addNear") (param $units i32)
    (local $at i32) (local $end i32) (local $start i32) (local $out i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $e i32) (local $low v128) (local $high v128)
    (local.set $at (global.get $lexemes))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $units) (i32.const 2))))
    (local.set $start (global.get $starts))
    (local.set $out (global.get $scores))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $a (i32.add (global.get $near) (i32.mul (i32.load offset=0 (local.get $at)) (i32.const 160))))
        (local.set $b (i32.add (global.get $near) (i32.mul (i32.load offset=4 (local.get $at)) (i32.const 160))))
        (local.set $c (i32.add (global.get $near) (i32.mul (i32.load offset=8 (local.get $at)) (i32.const 160))))
        (local.set $d (i32.add (global.get $near) (i32.mul (i32.load offset=12 (local.get $at)) (i32.const 160))))
        (local.set $e (i32.add (global.get $near) (i32.mul (i32.load offset=16 (local.get $at)) (i32.const 160))))
        (local.set $low (i16x8.add
          (i16x8.add (v128.load offset=0 (local.get $a)) (v128.load offset=32 (local.get $b)))
          (i16x8.add (v128.load offset=64 (local.get $c))
            (i16x8.add (v128.load offset=96 (local.get $d)) (v128.load offset=128 (local.get $e))))))
        (local.set $high (i16x8.add
          (i16x8.add (v128.load offset=16 (local.get $a)) (v128.load offset=48 (local.get $b)))
          (i16x8.add (v128.load offset=80 (local.get $c))
            (i16x8.add (v128.load offset=112 (local.get $d)) (v128.load offset=144 (local.get $e))))))
        (v128.store offset=0 (local.get $out) (local.get $low))
        (v128.store offset=16 (local.get $out) (local.get $high))
        ;; The begins of the four types, and the single of the second.
        (local.set $high (i16x8.max_s (local.get $low) (local.get $high)))
        (i32.store (local.get $start)
          (call $max
            (call $max (i16x8.extract_lane_s 0 (local.get $high)) (i16x8.extract_lane_s 4 (local.get $high)))
            (i16x8.extract_lane_s 7 (local.get $low))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $start (i32.add (local.get $start) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 32)))
        (br $next))))

  (func $max (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (local.get $b) (i32.gt_s (local.get $a) (local.get $b))))

  ;; Adds the features to the scores of a unit, and steps from the state before the unit to that behind it. `outer` is where the steps between names stand,
  ;; 80 bytes for each label before: to the labels of the four types, and to `outside`. Says whether a name may go on.
  (func (export "take") (param $scores i32) (param $count i32) (param $outer i32) (result i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
    (local $f0 v128) (local $f1 v128) (local $f2 v128) (local $f3 v128)
    (local $v v128) (local $w v128) (local $better v128) (local $score v128) (local $from v128)
    (local $least i32) (local $i i32) (local $label i32) (local $before i32) (local $outside i32) (local $origin i32)
    (call $addRows (local.get $count) (i32.const 0) (local.get $scores))
    (local.set $s0 (v128.load offset=4 (global.get $state)))
    (local.set $s1 (v128.load offset=20 (global.get $state)))
    (local.set $s2 (v128.load offset=36 (global.get $state)))
    (local.set $s3 (v128.load offset=52 (global.get $state)))

    ;; Labels that begin names, and `outside`, from those that end names or stand outside and are good enough.
    (local.set $v (i32x4.max_s
      (i32x4.max_s (local.get $s0) (local.get $s1))
      (i32x4.max_s (local.get $s2) (local.get $s3))))
    (local.set $least (i32.sub
      (call $max (i32.load (global.get $state))
        (call $max (i32x4.extract_lane 2 (local.get $v)) (i32x4.extract_lane 3 (local.get $v))))
      (global.get $beam)))
    (local.set $c0 (i32x4.splat (i32.const 0x80000000)))
    (local.set $c1 (local.get $c0))
    (local.set $c2 (local.get $c0))
    (local.set $c3 (local.get $c0))
    (local.set $outside (i32.const 0x80000000))
    (loop $labels
      (local.set $before (i32.load (i32.add (global.get $state) (i32.shl (local.get $label) (i32.const 2)))))
      (if (i32.ge_s (local.get $before) (local.get $least))
        (then
          (local.set $score (i32x4.splat (local.get $before)))
          (local.set $from (i32x4.splat (local.get $label)))
          (local.set $before (i32.add (local.get $before) (i32.load offset=64 (local.get $outer))))
          (if (i32.gt_s (local.get $before) (local.get $outside))
            (then
              (local.set $outside (local.get $before))
              (local.set $origin (local.get $label))))
          (local.set $v (i32x4.add (local.get $score) (v128.load offset=0 (local.get $outer))))
          (local.set $better (i32x4.gt_s (local.get $v) (local.get $c0)))
          (local.set $c0 (v128.bitselect (local.get $v) (local.get $c0) (local.get $better)))
          (local.set $f0 (v128.bitselect (local.get $from) (local.get $f0) (local.get $better)))
          (local.set $v (i32x4.add (local.get $score) (v128.load offset=16 (local.get $outer))))
          (local.set $better (i32x4.gt_s (local.get $v) (local.get $c1)))
          (local.set $c1 (v128.bitselect (local.get $v) (local.get $c1) (local.get $better)))
          (local.set $f1 (v128.bitselect (local.get $from) (local.get $f1) (local.get $better)))
          (local.set $v (i32x4.add (local.get $score) (v128.load offset=32 (local.get $outer))))
          (local.set $better (i32x4.gt_s (local.get $v) (local.get $c2)))
          (local.set $c2 (v128.bitselect (local.get $v) (local.get $c2) (local.get $better)))
          (local.set $f2 (v128.bitselect (local.get $from) (local.get $f2) (local.get $better)))
          (local.set $v (i32x4.add (local.get $score) (v128.load offset=48 (local.get $outer))))
          (local.set $better (i32x4.gt_s (local.get $v) (local.get $c3)))
          (local.set $c3 (v128.bitselect (local.get $v) (local.get $c3) (local.get $better)))
          (local.set $f3 (v128.bitselect (local.get $from) (local.get $f3) (local.get $better)))))
      (local.set $outer (i32.add (local.get $outer) (i32.const 80)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      ;; 0, then the last two of each four.
      (local.set $label (i32.sub (i32.shl (i32.shr_u (i32.add (local.get $i) (i32.const 1)) (i32.const 1)) (i32.const 2))
        (i32.and (local.get $i) (i32.const 1))))
      (br_if $labels (i32.lt_u (local.get $i) (i32.const 9))))

    ;; Inside and end of each type from begin and inside; then the unit's own scores.
    (local.set $v (i32x4.add
      (i32x4.splat (i32x4.extract_lane 0 (local.get $s0)))
      (v128.load offset=0 (global.get $inner))))
    (local.set $w (i32x4.add
      (i32x4.splat (i32x4.extract_lane 1 (local.get $s0)))
      (v128.load offset=16 (global.get $inner))))
    (local.set $better (i32x4.gt_s (local.get $w) (local.get $v)))
    (local.set $c0 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $c0) (i32x4.max_s (local.get $v) (local.get $w))))
    (local.set $f0 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $f0)
      (v128.bitselect (i32x4.splat (i32.const 2)) (i32x4.splat (i32.const 1)) (local.get $better))))
    (local.set $c0 (i32x4.max_s
      (i32x4.add (local.get $c0) (v128.load16x4_s offset=0 (local.get $scores)))
      (i32x4.splat (global.get $low))))
    (v128.store offset=4 (global.get $state) (local.get $c0))
    (local.set $v (i32x4.add
      (i32x4.splat (i32x4.extract_lane 0 (local.get $s1)))
      (v128.load offset=32 (global.get $inner))))
    (local.set $w (i32x4.add
      (i32x4.splat (i32x4.extract_lane 1 (local.get $s1)))
      (v128.load offset=48 (global.get $inner))))
    (local.set $better (i32x4.gt_s (local.get $w) (local.get $v)))
    (local.set $c1 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $c1) (i32x4.max_s (local.get $v) (local.get $w))))
    (local.set $f1 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $f1)
      (v128.bitselect (i32x4.splat (i32.const 6)) (i32x4.splat (i32.const 5)) (local.get $better))))
    (local.set $c1 (i32x4.max_s
      (i32x4.add (local.get $c1) (v128.load16x4_s offset=8 (local.get $scores)))
      (i32x4.splat (global.get $low))))
    (v128.store offset=20 (global.get $state) (local.get $c1))
    (local.set $v (i32x4.add
      (i32x4.splat (i32x4.extract_lane 0 (local.get $s2)))
      (v128.load offset=64 (global.get $inner))))
    (local.set $w (i32x4.add
      (i32x4.splat (i32x4.extract_lane 1 (local.get $s2)))
      (v128.load offset=80 (global.get $inner))))
    (local.set $better (i32x4.gt_s (local.get $w) (local.get $v)))
    (local.set $c2 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $c2) (i32x4.max_s (local.get $v) (local.get $w))))
    (local.set $f2 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $f2)
      (v128.bitselect (i32x4.splat (i32.const 10)) (i32x4.splat (i32.const 9)) (local.get $better))))
    (local.set $c2 (i32x4.max_s
      (i32x4.add (local.get $c2) (v128.load16x4_s offset=16 (local.get $scores)))
      (i32x4.splat (global.get $low))))
    (v128.store offset=36 (global.get $state) (local.get $c2))
    (local.set $v (i32x4.add
      (i32x4.splat (i32x4.extract_lane 0 (local.get $s3)))
      (v128.load offset=96 (global.get $inner))))
    (local.set $w (i32x4.add
      (i32x4.splat (i32x4.extract_lane 1 (local.get $s3)))
      (v128.load offset=112 (global.get $inner))))
    (local.set $better (i32x4.gt_s (local.get $w) (local.get $v)))
    (local.set $c3 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $c3) (i32x4.max_s (local.get $v) (local.get $w))))
    (local.set $f3 (i8x16.shuffle 0 1 2 3 20 21 22 23 24 25 26 27 12 13 14 15
      (local.get $f3)
      (v128.bitselect (i32x4.splat (i32.const 14)) (i32x4.splat (i32.const 13)) (local.get $better))))
    (local.set $c3 (i32x4.max_s
      (i32x4.add (local.get $c3) (v128.load16x4_s offset=24 (local.get $scores)))
      (i32x4.splat (global.get $low))))
    (v128.store offset=52 (global.get $state) (local.get $c3))
    (i32.store (global.get $state) (local.get $outside))
    (i32.store8 (global.get $origins) (local.get $origin))
    (v128.store offset=1 (global.get $origins) (i8x16.narrow_i16x8_u
      (i16x8.narrow_i32x4_s (local.get $f0) (local.get $f1))
      (i16x8.narrow_i32x4_s (local.get $f2) (local.get $f3))))
    (local.set $v (i32x4.max_s
      (i32x4.max_s (local.get $c0) (local.get $c1))
      (i32x4.max_s (local.get $c2) (local.get $c3))))
    (i32.gt_s
      (call $max (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 1 (local.get $v)))
      (i32.sub (local.get $outside) (global.get $giveUp)))))
