;; The decoder.

(func $max (param $a i32) (param $b i32) (result i32)
  (select (local.get $a) (local.get $b) (i32.gt_s (local.get $a) (local.get $b))))

;; The label behind which it is best to stop, of those that end a name or stand outside; `steps` says what it costs to go on outside.
(func $bestEnd (param $steps i32) (result i32)
  (local $most i32) (local $score i32) (local $i i32) (local $label i32) (local $best i32)
  (local.set $most (i32.const 0x80000000))
  (loop $next
    (local.set $score (i32.add (i32.load (i32.add (global.get $state) (i32.shl (local.get $label) (i32.const 2)))) (i32.load offset=64 (local.get $steps))))
    (if (i32.gt_s (local.get $score) (local.get $most))
      (then
        (local.set $most (local.get $score))
        (local.set $best (local.get $label))))
    (local.set $steps (i32.add (local.get $steps) (i32.const 80)))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (local.set $label (i32.sub (i32.shl (i32.shr_u (i32.add (local.get $i) (i32.const 1)) (i32.const 1)) (i32.const 2))
      (i32.and (local.get $i) (i32.const 1))))
    (br_if $next (i32.lt_s (local.get $i) (i32.const 9))))
  (local.get $best))

;; Only `outside` is possible, at no cost.
(func $reset
  (local $none v128)
  (local.set $none (i32x4.splat (global.get $low)))
  (v128.store (global.get $state) (i32x4.replace_lane 0 (local.get $none) (i32.const 0)))
  (v128.store offset=16 (global.get $state) (local.get $none))
  (v128.store offset=32 (global.get $state) (local.get $none))
  (v128.store offset=48 (global.get $state) (local.get $none))
  (i32.store offset=64 (global.get $state) (global.get $low)))

;; Steps from the state before a unit with these scores to that behind it, and notes where labels came from. `outer` is where the steps
;; between names stand, 80 bytes for each label before: to the labels of the four types, and to `outside`. Says whether a name may go on.
(func $takeUnit (param $scores i32) (param $outer i32) (param $origins i32) (result i32)
  (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
  (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
  (local $f0 v128) (local $f1 v128) (local $f2 v128) (local $f3 v128)
  (local $v v128) (local $w v128) (local $better v128) (local $score v128) (local $from v128)
  (local $least i32) (local $i i32) (local $label i32) (local $before i32) (local $outside i32) (local $origin i32)
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
  (i32.store8 (local.get $origins) (local.get $origin))
  (v128.store offset=1 (local.get $origins) (i8x16.narrow_i16x8_u
    (i16x8.narrow_i32x4_s (local.get $f0) (local.get $f1))
    (i16x8.narrow_i32x4_s (local.get $f2) (local.get $f3))))
  (local.set $v (i32x4.max_s
    (i32x4.max_s (local.get $c0) (local.get $c1))
    (i32x4.max_s (local.get $c2) (local.get $c3))))
  (i32.gt_s
    (call $max (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 1 (local.get $v)))
    (i32.sub (local.get $outside) (global.get $giveUp))))
